using DigiSam.Access;
using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Metrics;

/// <summary>
/// Takes in a table of published values for the report of a year. The file is recognised by its header. A group of ten or
/// fewer is kept by name only. A later file of the same kind replaces what an earlier one said for the same places.
/// </summary>
/// <param name="Period">The last month of the period ("2024-04"), for files whose header does not state it.</param>
[Needs(Permission.ImportFigures)]
public sealed record ImportPublishedValues(int Year, string FileName, byte[] Content, string? Period, bool DryRun) : ICommand<ImportReport>, ICanBeTried
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ImportPublishedValuesValidator : AbstractValidator<ImportPublishedValues>
{
    public ImportPublishedValuesValidator()
    {
        RuleFor(command => command.Year).ReportYear();
        RuleFor(command => command.FileName).NotEmpty().WithName("Filens namn");
        RuleFor(command => command.Period).Matches(@"^\d{4}-(0[1-9]|1[0-2])$").WithMessage("Perioden skrivs som år och månad, till exempel 2024-04.");
    }
}

internal sealed class ImportPublishedValuesHandler(DigiSamContext database, InstalledDefinitions definitions, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ImportPublishedValues, ImportReport>
{
    public async Task<ImportReport> Handle(ImportPublishedValues request, CancellationToken cancellationToken)
    {
        var catalogue = definitions.Metrics;
        var file = PublishedFile.Read(request.FileName, request.Content, catalogue, request.Period);
        var places = await PlacesOf(request, file, cancellationToken);
        var batch = new ImportBatch(ImportKind.PublishedValues, request.FileName, request.Content, file.Rows, request.Year, clock.GetUtcNow(), actor.PersonId)
            .Stating(file.Kind.Key, [new DateOnly(request.Year, 1, 1)]);
        var incoming = file.Figures.Select(figure => ToRow(request.Year, figure, places[figure.Board ?? ""], file.Kind.Key, batch.Id)).ToList();
        var concerned = places.Values.Distinct().ToList();
        var keys = incoming.Select(row => row.Key).ToHashSet();
        var holding = (await database.MetricValues
            .Where(value => value.ReportYear == request.Year && value.ReplacedById == null && concerned.Contains(value.PlaceId))
            .ToListAsync(cancellationToken))
            .Where(value => value.FileKind == file.Kind.Key || keys.Contains(value.Key)).ToList();
        database.ImportBatches.Add(batch);
        var counts = await Replacement.Apply(
            database, holding, incoming, row => row.Key, (one, other) => one.SaysTheSameAs(other), batch.Id, cancellationToken);

        var warnings = file.Warnings.Concat(WrongYear(request.Year, file)).Concat(Contradictions(file, places, catalogue)).Concat(SmallGroups(incoming)).ToList();
        if (counts.Withdrawn > 0)
            warnings.Add(new RowFault(0, $"{counts.Withdrawn} tidigare värden finns inte i filen och gäller inte längre"));
        return new ImportReport(
            request.FileName, file.Kind.Name, file.Rows, counts.Added, counts.Replaced, counts.Unchanged,
            AlreadyImported: counts is { Added: 0, Replaced: 0, Withdrawn: 0 }, warnings);
    }

    /// <summary>A file of other months than the year's report is about is more often a wrong year than a wish.</summary>
    private IEnumerable<RowFault> WrongYear(int year, PublishedFile file)
    {
        var form = definitions.FormFor(year);
        if (form.Year != year)
            yield return new RowFault(0, $"det finns inget formulär för {year}; det för {form.Year} används");
        var period = file.Figures.FirstOrDefault(figure => figure.Slot == MetricSlot.Current)?.Period;
        if (period?.StartsWith('R') == true && period != form.ReferencePeriod.EndsIn(year))
            yield return new RowFault(1, $"filen gäller {period}, men rapporten {year} väntas gälla {form.ReferencePeriod.EndsIn(year)}. Är året rätt?");
    }

    /// <summary>The place of each board named in the file; the empty name is the municipality. Fails with all faults of the file's rows.</summary>
    private async Task<Dictionary<string, Guid>> PlacesOf(ImportPublishedValues request, PublishedFile file, CancellationToken stop)
    {
        var municipality = await database.Municipalities.SingleAsync(stop);
        var places = new Dictionary<string, Guid> { [""] = municipality.Id };
        var boards = await PlaceNames.Read<Board>(database, definitions.FormFor(request.Year).Organisation.In(request.Year), stop);
        foreach (var (line, name) in file.Boards)
        {
            if (SwedishText.Fold(name) == municipality.FoldedName)
                places[name] = municipality.Id;
            else if (boards.Find(name) is { } board)
                places[name] = board.Id;
            else
                file.Faults.Add(line, boards.Unknown("nämnden", name));
        }

        foreach (var twice in file.Figures.Where(figure => places.ContainsKey(figure.Board ?? ""))
            .GroupBy(figure => (places[figure.Board ?? ""], figure.Metric, figure.Group, figure.Slot)))
        {
            foreach (var again in twice.Skip(1))
                file.Faults.Add(again.Line, $"raden upprepar rad {twice.First().Line}");
        }

        foreach (var unprotected in file.Figures.Where(figure => figure.Headcount is null && definitions.Metrics[figure.Metric].AboutPeople
            && places.TryGetValue(figure.Board ?? "", out var place) && place != municipality.Id))
        {
            file.Faults.Add(unprotected.Line, $"{definitions.Metrics[unprotected.Metric].Name} för en nämnd behöver gruppens storlek i kolumnen headcount (antal), så att grupper om tio eller färre kan skyddas");
        }

        file.Faults.ThrowIfAny();
        if (!file.Figures.Any(figure => figure.Board is null))
            places.Remove("");
        return places;
    }

    private static bool IsSmall(PublishedFigure figure) => figure.Headcount is <= MetricValue.LargestHiddenGroup;

    private static MetricValue ToRow(int year, PublishedFigure figure, Guid placeId, string fileKind, Guid importId)
    {
        var hidden = IsSmall(figure);
        return new MetricValue(
            year,
            new MetricKey(figure.Metric, placeId, figure.GroupKind, figure.Group, figure.Slot),
            figure.Period,
            hidden ? null : figure.Value,
            hidden,
            hidden ? null : figure.Headcount,
            fileKind,
            importId,
            figure.Line);
    }

    private static IEnumerable<RowFault> Contradictions(PublishedFile file, Dictionary<string, Guid> places, MetricCatalogue catalogue) =>
        file.Figures.Where(figure => !IsSmall(figure)).GroupBy(figure => (Place: places[figure.Board ?? ""], figure.Slot))
            .SelectMany(same => Consistency.Check(catalogue, [.. same.Select(figure => new ConsistencyValue(figure.Metric, figure.Group, figure.Value, figure.Line))]))
            .Where(finding => !finding.WithinRounding)
            .Select(finding => new RowFault(finding.Line, $"motsägelse, {finding.Text}"));

    private static IEnumerable<RowFault> SmallGroups(IEnumerable<MetricValue> rows) =>
        rows.Where(row => row.Suppressed).GroupBy(row => (row.Line, row.Group))
            .Select(row => new RowFault(row.Key.Line, $"{row.Key.Group} har {MetricValue.LargestHiddenGroup} personer eller färre: raden tas med utan värden"));
}
