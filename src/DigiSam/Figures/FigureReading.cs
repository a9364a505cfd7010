using DigiSam.Imports;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>Reads the rows that count for a place and makes its figures, without what must not be shown beside what else is.</summary>
internal sealed class FigureReading(DigiSamContext database, FigureBatches batches, CountedBeside beside, CountedCoverage coverage)
{
    private static readonly IReadOnlyList<FigureTable> Reported = CountedSource.Tables;

    /// <summary>The figures of a place.</summary>
    /// <param name="end">The first day of the last month; the latest there is when null.</param>
    public async Task<FiguresView> Read(Place place, DateOnly? end, CancellationToken stop)
    {
        var rows = Of(place);
        var months = await rows.Where(row => row.Table != FigureTable.Survey).Select(row => row.Period).Distinct().OrderByDescending(month => month).ToListAsync(stop);
        var years = await rows.Where(row => row.Table == FigureTable.Survey).Select(row => row.Period).Distinct().ToListAsync(stop);
        if (months.Count + years.Count == 0)
            return new FiguresView(null, [], []);
        var period = new RollingYear(end ?? (months.Count > 0 ? months[0] : years.Max().AddMonths(11)));
        var (first, last, survey) = (period.YearBefore.Start, period.End, years.Where(year => year <= period.End).DefaultIfEmpty().Max());
        var before = survey == default ? default : survey.AddYears(-1);
        var yearBefore = period.YearBefore.End;
        var shown = rows.Where(row => (row.Table == FigureTable.Survey && before <= row.Period && row.Period <= survey)
            || (row.Table == FigureTable.Headcount && (row.Period == last || row.Period == yearBefore))
            || (row.Table != FigureTable.Survey && row.Table != FigureTable.Headcount && first <= row.Period && row.Period <= last));
        var parts = await Parts(shown, stop);
        var sections = Sections(parts, await batches.Read(parts.Select(part => part.ImportId), stop), period).ToList();
        for (var index = 0; index < sections.Count; index++)
            sections[index] = sections[index].Table == FigureTable.Survey ? await Shielded(sections[index], place, stop) : await Checked(sections[index], place, period, stop);
        return new FiguresView(period, sections, months);
    }

    /// <summary>What the annual report has of a place: the twelve months, and those of the year before on their own, read at once.</summary>
    public async Task<IReadOnlyDictionary<RollingYear, IReadOnlyList<FigureSection>>> ReadReported(Place place, RollingYear period, CancellationToken stop)
    {
        var first = period.YearBefore.Start;
        var shown = Of(place).Where(row => Reported.Contains(row.Table) && first <= row.Period && row.Period <= period.End);
        var parts = await Parts(shown, stop);
        var imports = await batches.Read(parts.Select(part => part.ImportId), stop);
        var years = new Dictionary<RollingYear, IReadOnlyList<FigureSection>>();
        foreach (var year in new[] { period, period.YearBefore })
        {
            var sections = Sections(parts.FindAll(part => year.Start <= part.Period && part.Period <= year.End), imports, year).ToList();
            for (var index = 0; index < sections.Count; index++)
                sections[index] = await Checked(sections[index], place, year, stop);
            years[year] = sections;
        }

        return years;
    }

    /// <summary>The survey without the indices that must not be shown.</summary>
    private async Task<FigureSection> Shielded(FigureSection section, Place place, CancellationToken stop)
    {
        var exposed = (await database.Set<SurveyExposure>().AsNoTracking().Where(known => known.PlaceId == place.Id).ToListAsync(stop)).Select(known => (known.Year.Year, known.Category)).ToHashSet();
        return exposed.Count == 0 ? section : section with
        {
            Lines = [.. section.Lines.Select(line => line with
            {
                Now = exposed.Contains((section.Year!.Value, line.Category)) ? null : line.Now,
                Before = exposed.Contains((section.Year.Value - 1, line.Category)) ? null : line.Before,
            })],
        };
    }

    /// <summary>The section without what is held back, and with what is to be known of boards that lack rows.</summary>
    private async Task<FigureSection> Checked(FigureSection section, Place place, RollingYear period, CancellationToken stop)
    {
        if (!Reported.Contains(section.Table))
            return section;
        var kind = place.Kind();
        var (now, before) = (await beside.Of(section.Table, kind, period, stop), section.Lines.Any(line => line.Before is not null) ? await beside.Of(section.Table, kind, period.YearBefore, stop) : HeldYear.Free);
        if (now.Computed is not null)
            section = section with { Hold = now.Computed, Lines = [.. section.Lines.Select(line => line with { Now = null, Before = null })] };
        else if (before.Computed is not null)
            section = section with { Lines = [.. section.Lines.Select(line => line with { Before = null })] };
        if (kind != PlaceKind.Municipality || section.Table == FigureTable.Incidents)
            return section;
        var (lacking, lacked) = (await coverage.Lacking(section.Table, period, merges: true, stop), await coverage.Lacking(section.Table, period.YearBefore, merges: true, stop));
        return section with
        {
            LacksBoards = lacking.Count > 0,
            Lines = lacking.SetEquals(lacked) ? section.Lines : [.. section.Lines.Select(line => line with { IsComparable = false })],
        };
    }

    private static IEnumerable<FigureSection> Sections(List<FigurePart> parts, IReadOnlyDictionary<Guid, ImportBatch> imports, RollingYear period) => FigureSections.Of(
        [.. parts.GroupBy(part => (part.Table, part.Period, part.Sex, part.Category, part.Basis)).Select(same => new FigureCell(
            same.Key.Table, same.Key.Period, same.Key.Sex, same.Key.Category, same.Key.Basis, same.Sum(part => part.Headcount), same.Sum(part => part.First), same.Sum(part => part.Second)))],
        period,
        parts.Select(part => (part.Table, part.Basis, Batch: imports[part.ImportId])).Distinct().OrderByDescending(part => part.Batch.ImportedAt)
            .ToLookup(part => part.Table, part => new FigureImport(part.Batch.Id, part.Batch.FileName, part.Batch.ImportedAt, part.Batch.Rows, part.Basis)));

    private static Task<List<FigurePart>> Parts(IQueryable<FigureCount> rows, CancellationToken stop) => rows
        .GroupBy(row => new { row.Table, row.Period, row.Sex, row.Category, row.Basis, row.ImportId })
        .Select(same => new FigurePart(
            same.Key.Table, same.Key.Period, same.Key.Sex, same.Key.Category, same.Key.Basis, same.Key.ImportId, same.Sum(row => row.Headcount), same.Sum(row => row.First), same.Sum(row => row.Second)))
        .ToListAsync(stop);

    /// <summary>What is counted of a place period by period: a unit's own rows that hold, and the sums of every place above units.</summary>
    private IQueryable<FigureCount> Of(Place place) => place.Kind() == PlaceKind.Unit
        ? database.Set<CountedFigure>().AsNoTracking().Where(row => row.ReplacedById == null && row.PlaceId == place.Id).Select(row => new FigureCount
        {
            Table = row.Table,
            Period = row.Period,
            Sex = row.Sex,
            Category = row.Category,
            Basis = row.Basis,
            ImportId = row.ImportId,
            Headcount = row.Headcount ?? 0,
            First = row.First,
            Second = row.Second,
        })
        : database.Set<FigureSum>().AsNoTracking().Where(sum => sum.PlaceId == place.Id).Select(sum => new FigureCount
        {
            Table = sum.Table,
            Period = sum.Period,
            Sex = sum.Sex,
            Category = sum.Category,
            Basis = sum.Basis,
            ImportId = sum.ImportId,
            Headcount = sum.Headcount,
            First = sum.First,
            Second = sum.Second,
        });
}

/// <summary>What one import says of a period, sex, category and basis of a table.</summary>
internal sealed record FigurePart(FigureTable Table, DateOnly Period, FigureSex Sex, string Category, string Basis, Guid ImportId, int Headcount, long First, long Second);

/// <summary>A unit's row or the sum of a place above units, read alike.</summary>
internal sealed class FigureCount
{
    public FigureTable Table { get; init; }

    public DateOnly Period { get; init; }

    public FigureSex Sex { get; init; }

    public string Category { get; init; } = "";

    public string Basis { get; init; } = "";

    public Guid ImportId { get; init; }

    public int Headcount { get; init; }

    public long First { get; init; }

    public long Second { get; init; }
}
