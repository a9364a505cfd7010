using System.Globalization;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Records;
using DigiSam.Installation;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.ReportForms;
using DigiSam.SeriesBreaks;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Building;

/// <summary>A report as it stands now, with what it was made of.</summary>
internal sealed record BuiltReport(
    AnnualReportContent Content, ReportForm Form, Place Place, ReportLevel Level, ReportWriting Writing, IReadOnlyDictionary<string, DerivedAnswer> Derived, IReadOnlyList<UnitBelow> Units);

/// <summary>Builds the report of any place from what is recorded now.</summary>
internal sealed class ReportBuilder(
    DigiSamContext database, TheMunicipality whole, InstalledDefinitions definitions, ReportAnswers reportAnswers, ReportWritings writings, ReportsBelow reportsBelow, ReadsRecords recordsOf, CountsRecords figuresOf, FigureColumns columns, RestatedValues restated, StatedBreaks breaks, Handlings handlings)
{
    /// <summary>Fails with <see cref="BoardDoesNotReport"/>, <see cref="PlaceDoesNotReport"/> or <see cref="NothingToReport"/>.</summary>
    /// <param name="placeId">Null for the municipality.</param>
    public async Task<BuiltReport> Build(int year, Guid? placeId, CancellationToken stop)
    {
        var form = definitions.FormFor(year);
        var day = form.Organisation.In(year);
        var municipality = await whole.Read(stop);
        var given = await reportAnswers.Read(year, form, stop);
        var place = placeId is null || placeId == municipality.Id ? municipality : await Reporting(placeId.Value, day, year, stop);
        var level = LevelOf(place);

        var values = await database.MetricValues.AsNoTracking().Where(value => value.ReportYear == year && value.ReplacedById == null).ToListAsync(stop);
        var imported = await database.SectionTexts.AsNoTracking()
            .Where(text => text.ReportYear == year && text.PlaceId == place.Id && text.ReplacedById == null)
            .ToDictionaryAsync(text => text.SectionKey, stop);
        var writing = await writings.Read(year, place.Id, stop);
        var below = await reportsBelow.Read(year, day, level == ReportLevel.Unit ? place.Id : null, stop);
        IReadOnlyList<UnitBelow> units = [.. below.Where(unit => level == ReportLevel.Municipality || unit.UnitId == place.Id || unit.AdministrationId == place.Id || unit.BoardIds.Contains(place.Id))];
        var (records, facts) = form.RecordsYear(year) is { } recordsYear ? await Recorded(place, level, day, recordsYear, stop) : (null, null);
        var computed = level == ReportLevel.Unit ? [] : await columns.Read(form, year, place, stop);
        if (facts is null or { IsEmpty: true } && computed.All(column => column.Year.Figures.Count == 0) && values.Count == 0 && imported.Count == 0 && given.Answers.Count == 0 && writing.Report is null && !below.Any(unit => unit.ReportId is not null))
            throw new NothingToReport(year);

        var used = values.Where(value => value.PlaceId == place.Id).Select(value => value.ImportId).Concat(imported.Values.Select(text => text.ImportId)).ToHashSet();
        var imports = await database.ImportBatches.AsNoTracking().Where(batch => used.Contains(batch.Id)).ToDictionaryAsync(batch => batch.Id, stop);
        var choice = FigureChoice.Of(
            definitions.Metrics, place.Id, values.FindAll(value => value.PlaceId == place.Id), await Hidden(values, municipality.Id, given.Boards, stop), imports, computed);
        var derived = records is not null ? DerivedTo(form, records) : new Dictionary<string, DerivedAnswer>();
        var above = new Questions(given, units, place.Id, place.Name, level, writing.Overrides);
        var own = new UnitQuestions(place.Name, facts?.Year, writing.Answers, derived);
        var sections = new Sections(
            form, level, new FigureTables(new Figures(definitions.Metrics, place.Id, place.Name, choice.Figures), choice.Notes, choice.Figures.Count == 0 ? [] : await breaks.Of(null, stop), form, year), definitions, facts, imported, writing.Texts,
            level == ReportLevel.Unit ? own.Answer : above.Answer).Fill();
        var newest = imports.Values.Concat(computed.SelectMany(column => column.Imports)).Select(batch => (DateTimeOffset?)batch.ImportedAt)
            .Concat(sections.SelectMany(section => section.Questions).Select(question => question.Provenance.NewestInput))
            .Concat(sections.SelectMany(section => section.Questions).Select(question => question.Override?.RecordedAt))
            .Concat(writing.Texts.Values.Select(text => (DateTimeOffset?)text.At))
            .Max();
        var name = form.Title.Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var content = new AnnualReportContent(
            year,
            level,
            $"{name} för {place.Name}",
            municipality.Name,
            [.. given.Boards.Where(board => Covers(place, level, board.Id, units)).Select(board => board.Name)],
            new FormReference(form.Key, form.Year, form.Sha256),
            newest,
            sections,
            [.. ReportGaps.In(sections, form, year), .. choice.Findings, .. level != ReportLevel.Unit && above.AsksUnits ? MissingReports.Among(units, level) : []],
            level.Decides() ? null : place.Name,
            facts?.Year,
            await handlings.Of(writing.Report, place, level, units, stop));
        return new BuiltReport(content, form, place, level, writing, derived, units);
    }

    public static ReportLevel LevelOf(Place place) => place switch
    {
        Unit => ReportLevel.Unit,
        Administration => ReportLevel.Administration,
        Board => ReportLevel.Board,
        _ => ReportLevel.Municipality,
    };

    private static bool Covers(Place place, ReportLevel level, Guid boardId, IReadOnlyList<UnitBelow> units) => level switch
    {
        ReportLevel.Municipality => true,
        ReportLevel.Board => boardId == place.Id,
        _ => units.Any(unit => unit.BoardIds.Contains(boardId)),
    };

    private async Task<Place> Reporting(Guid placeId, DateOnly day, int year, CancellationToken stop)
    {
        var place = await database.Places.AsNoTracking().SingleOrDefaultAsync(place => place.Id == placeId, stop);
        if (place is not null && place.ExistsOn(day))
            return place;
        throw place is Board or null ? new BoardDoesNotReport(year) : new PlaceDoesNotReport(year);
    }

    /// <summary>A unit's records themselves, which answers are derived from; of many units only the numbers.</summary>
    private async Task<(YearRecords? Records, YearFigures Facts)> Recorded(Place place, ReportLevel level, DateOnly day, int year, CancellationToken stop)
    {
        var units = UnitsIn(place, level, day);
        if (level != ReportLevel.Unit)
            return (null, await figuresOf.Of(units, year, withHighest: !level.Decides(), stop));
        var records = await recordsOf.Of(units, year, stop);
        return (records, YearFigures.Of(records));
    }

    private IQueryable<Guid> UnitsIn(Place place, ReportLevel level, DateOnly day) => database.Units
        .Where(unit => unit.ValidFrom <= day && day <= unit.ValidTo
            && (level == ReportLevel.Municipality || database.PlaceScopes.Any(scope => scope.AncestorId == place.Id && scope.DescendantId == unit.Id
                && scope.ValidFrom <= day && day <= scope.ValidTo)))
        .Select(unit => unit.Id);

    private static Dictionary<string, DerivedAnswer> DerivedTo(ReportForm form, YearRecords records) => form.Questions
        .Where(question => question.Derived is not null)
        .Select(question => (question.Key, Answer: DerivedAnswers.To(question.Derived!.Value, records)))
        .Where(derived => derived.Answer is not null)
        .ToDictionary(derived => derived.Key, derived => derived.Answer!);

    /// <summary>What must not be shown, seen over all places of the year and, for the same period, over all years.</summary>
    private async Task<IReadOnlySet<MetricKey>> Hidden(List<MetricValue> values, Guid municipality, IReadOnlyList<Board> boards, CancellationToken stop)
    {
        var small = await database.MetricValues.AsNoTracking()
            .Where(value => value.Suppressed && value.ReplacedById == null && value.Period != null)
            .ToListAsync(stop);
        return Disclosure.Hidden(values, definitions.Metrics, municipality, [.. boards.Select(board => board.Id)], small.Select(HiddenPeriod.Of).Concat(await restated.Of(values, stop)).ToHashSet());
    }
}
