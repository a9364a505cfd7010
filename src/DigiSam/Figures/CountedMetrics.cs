using DigiSam.Organisation;
using DigiSam.SickLeave;

namespace DigiSam.Figures;

/// <summary>What a table gives the annual report of twelve months.</summary>
/// <param name="Figures">Empty when there are no rows, or the table gives the report none.</param>
/// <param name="Imports">The imports whose rows were used.</param>
/// <param name="Remarks">Swedish sentences for the reader: how events were counted, and why something is missing.</param>
/// <param name="Whole">Everyone is counted; else small groups lie in the municipality's figure alone.</param>
internal sealed record CountedYear(IReadOnlyList<CountedMetric> Figures, IReadOnlyList<FigureImport> Imports, IReadOnlyList<string> Remarks, bool Whole)
{
    public static readonly CountedYear Nothing = new([], [], [], Whole: false);

    /// <summary>There are figures, and none may be shown beside what else is.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Neither may published values: earlier reports show what was counted then.</summary>
    public bool HidesPublished { get; init; }
}

/// <summary>A figure by the key of its metric.</summary>
/// <param name="Exact">Not rounded: percent, hours or number as the metric says; null when a month is missing or it must not be shown.</param>
/// <param name="Rule">How it was computed, in Swedish.</param>
internal sealed record CountedMetric(string Key, FigureSex Sex, decimal? Exact, string Rule);

/// <summary>Gives the annual report figures that are counted from imported rows. What it gives may be shown as it is.</summary>
internal sealed class CountedMetrics(FigureReading reading, CountedBeside beside, CountedCoverage coverage)
{
    private static readonly Dictionary<string, (FigureTable Table, FigureMetric Metric, string Category)> Known = new()
    {
        ["turnover-external"] = (FigureTable.Turnover, FigureMetric.Turnover, ""),
        ["leavers-external"] = (FigureTable.Turnover, FigureMetric.Leavers, ""),
        ["overtime-hours"] = (FigureTable.Overtime, FigureMetric.Overtime, ""),
        ["additional-hours"] = (FigureTable.Overtime, FigureMetric.AdditionalTime, ""),
        ["extra-hours"] = (FigureTable.Overtime, FigureMetric.OvertimeAndAdditional, ""),
        ["work-injuries"] = (FigureTable.Incidents, FigureMetric.Incidents, FigureCategories.Injury),
        ["near-misses"] = (FigureTable.Incidents, FigureMetric.Incidents, FigureCategories.NearMiss),
        ["closed-incidents"] = (FigureTable.Incidents, FigureMetric.ClosedIncidents, ""),
    };

    private readonly Dictionary<(Guid Place, RollingYear Year), IReadOnlyList<FigureSection>> _read = [];

    /// <summary>The keys of the metrics that a table gives; none of the tables that the report has nothing of.</summary>
    public static IReadOnlySet<string> Of(FigureTable table) => Known.Where(known => known.Value.Table == table).Select(known => known.Key).ToHashSet();

    /// <summary>The figures of a place for the twelve months that end with a month. A place is read once, with the year before, however many tables are asked for.</summary>
    /// <param name="end">The first day of the last month.</param>
    public async Task<CountedYear> Of(FigureTable table, Place place, DateOnly end, CancellationToken stop)
    {
        var period = new RollingYear(end);
        if (!_read.ContainsKey((place.Id, period)))
        {
            foreach (var (year, sections) in await reading.ReadReported(place, period, stop))
                _read[(place.Id, year)] = sections;
        }

        if (_read[(place.Id, period)].SingleOrDefault(section => section.Table == table) is not { } read)
            return CountedYear.Nothing;
        var held = await beside.Of(table, place.Kind(), period, stop);
        var figures = from known in Known
                      where known.Value.Table == table
                      from line in read.Lines
                      where line.Metric == known.Value.Metric && line.Category == known.Value.Category
                      select new CountedMetric(known.Key, line.Sex, line.Now, read.Hold is { } hold ? Words(hold) : Rule(line.Metric));
        return new CountedYear([.. figures], read.Imports, [.. Remarks(read)], read.Hold is null && await IsWhole(read, place, period, stop)) { IsHeld = read.Hold is not null, HidesPublished = held.PublishedToo };
    }

    private static IEnumerable<string> Remarks(FigureSection section)
    {
        if (section.Hold is { } hold)
            yield return Words(hold);
        if (section.Bases.Count > 0)
            yield return $"Händelserna är {string.Join(" i några månader, i andra ", section.Bases.Select(EventBasis.Words))}.";
        if (section.MissingMonths > 0)
            yield return $"{section.MissingMonths} av de {RollingYear.Months} månaderna saknas i det som har lästs in.";
        if (section.LacksBoards)
            yield return "Någon nämnd saknar rader för en del av månaderna och är inte med i kommunens siffra.";
    }

    private static string Words(AbsenceHold hold) => hold == AbsenceHold.Published
        ? "Visas inte: de publicerade värdena för samma månader kan räkna en grupp om tio personer eller färre som saknar egen rad."
        : "Visas inte: rader har rättats med tio personer eller färre, eller räknas på andra platser, sedan en rapport om samma månader låstes.";

    /// <summary>In the municipality every board has rows, or the whole has for it; below it both sexes must have rows of their own, and every unit.</summary>
    private async Task<bool> IsWhole(FigureSection section, Place place, RollingYear period, CancellationToken stop) => (section.Table, place.Kind()) switch
    {
        (FigureTable.Incidents, PlaceKind.Municipality) => true,
        (_, PlaceKind.Municipality) => !section.LacksBoards,
        (FigureTable.Incidents, _) => await coverage.HasEveryUnit(section.Table, place, period.End, stop),
        _ => (await coverage.Lacking(section.Table, period, merges: false, stop)).All(row => row.Board != place.Id),
    };

    private static string Rule(FigureMetric metric) => metric switch
    {
        FigureMetric.Turnover => "externa avgångar under tolv månader, pensionsavgångar medräknade, delat med medelvärdet av de tolv månadernas antal tillsvidareanställda",
        FigureMetric.Leavers => "externa avgångar under tolv månader, pensionsavgångar medräknade",
        FigureMetric.Incidents or FigureMetric.ClosedIncidents => "antalet händelser under tolv månader",
        _ => "timmarna under tolv månader",
    };
}
