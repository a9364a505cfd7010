using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>What a table gives the annual report of twelve months.</summary>
/// <param name="Figures">Empty when there are no rows, or the table gives the report none.</param>
/// <param name="Imports">The imports whose rows were used.</param>
/// <param name="Remarks">Swedish sentences for the reader: how events were counted, and why something is missing.</param>
/// <param name="Whole">Everyone is counted; else small groups lie in the municipality's figure alone.</param>
internal sealed record CountedYear(IReadOnlyList<CountedMetric> Figures, IReadOnlyList<FigureImport> Imports, IReadOnlyList<string> Remarks, bool Whole)
{
    public static readonly CountedYear Nothing = new([], [], [], Whole: false);
}

/// <summary>A figure by the key of its metric.</summary>
/// <param name="Exact">Not rounded: percent, hours or number as the metric says; null when a month is missing or it must not be shown.</param>
/// <param name="Rule">How it was computed, in Swedish.</param>
internal sealed record CountedMetric(string Key, FigureSex Sex, decimal? Exact, string Rule);

/// <summary>Gives the annual report figures that are counted from imported rows. What it gives may be shown as it is.</summary>
internal sealed class CountedMetrics(DigiSamContext database, FigureReading reading)
{
    private static readonly Dictionary<string, (FigureTable Table, FigureMetric Metric, string Category)> Known = new()
    {
        ["headcount"] = (FigureTable.Headcount, FigureMetric.Employees, ""),
        ["turnover-external"] = (FigureTable.Turnover, FigureMetric.Turnover, ""),
        ["leavers-external"] = (FigureTable.Turnover, FigureMetric.Leavers, ""),
        ["overtime-hours"] = (FigureTable.Overtime, FigureMetric.Overtime, ""),
        ["additional-hours"] = (FigureTable.Overtime, FigureMetric.AdditionalTime, ""),
        ["extra-hours"] = (FigureTable.Overtime, FigureMetric.OvertimeAndAdditional, ""),
        ["work-injuries"] = (FigureTable.Incidents, FigureMetric.Incidents, FigureCategories.Injury),
        ["near-misses"] = (FigureTable.Incidents, FigureMetric.Incidents, FigureCategories.NearMiss),
        ["closed-incidents"] = (FigureTable.Incidents, FigureMetric.ClosedIncidents, ""),
    };

    private readonly Dictionary<(Guid Place, DateOnly End), FiguresView> _read = [];

    /// <summary>The keys of the metrics that a table gives; none of the tables that the report has nothing of.</summary>
    public static IReadOnlySet<string> Of(FigureTable table) => Known.Where(known => known.Value.Table == table).Select(known => known.Key).ToHashSet();

    /// <summary>The figures of a place for the twelve months that end with a month; a headcount is of that month. A place is read once, however many tables are asked for.</summary>
    /// <param name="end">The first day of the last month.</param>
    public async Task<CountedYear> Of(FigureTable table, Place place, DateOnly end, CancellationToken stop)
    {
        if (!_read.TryGetValue((place.Id, end), out var view))
            _read[(place.Id, end)] = view = await reading.Read(place, end, stop);
        if (view.Sections.SingleOrDefault(section => section.Table == table) is not { } section)
            return CountedYear.Nothing;
        var figures = from known in Known
                      where known.Value.Table == table
                      from line in section.Lines
                      where line.Metric == known.Value.Metric && line.Category == known.Value.Category
                      select new CountedMetric(known.Key, line.Sex, line.Now, Rule(line.Metric));
        var whole = await IsWhole(section, place, end, stop);
        IEnumerable<string> partly = whole || place.Kind() != PlaceKind.Municipality ? [] : ["Någon nämnd saknar rader för en del av månaderna och är inte med i kommunens siffra."];
        return new CountedYear([.. figures], section.Imports, [.. Remarks(section), .. partly], whole);
    }

    private static IEnumerable<string> Remarks(FigureSection section)
    {
        if (section.Bases.Count > 0)
            yield return $"Händelserna är {string.Join(" i några månader, i andra ", section.Bases.Select(EventBasis.Words))}.";
        if (section.MissingMonths > 0)
            yield return $"{section.MissingMonths} av de {RollingYear.Months} månaderna saknas i det som har lästs in.";
    }

    /// <summary>In the municipality every board has rows, or the whole has for it; below it both sexes must have rows of their own, and every unit.</summary>
    private async Task<bool> IsWhole(FigureSection section, Place place, DateOnly end, CancellationToken stop) => section.Table switch
    {
        FigureTable.Turnover or FigureTable.Overtime when place.Kind() == PlaceKind.Municipality => await AllBoards(section.Table, place.Id, new RollingYear(end), stop),
        _ when place.Kind() == PlaceKind.Municipality => true,
        FigureTable.Turnover => section.Lines.All(line => line.Now is not null),
        FigureTable.Headcount or FigureTable.Incidents => !await database.Units.AnyAsync(
            unit => database.PlaceScopes.Any(scope => scope.AncestorId == place.Id && scope.DescendantId == unit.Id && scope.ValidFrom < end.AddMonths(1) && end <= scope.ValidTo)
                && !database.Set<CountedFigure>().Any(row => row.ReplacedById == null && row.Table == section.Table && row.Period == end && row.PlaceId == unit.Id && row.Category == ""),
            stop),
        _ => true,
    };

    private async Task<bool> AllBoards(FigureTable table, Guid municipality, RollingYear period, CancellationToken stop)
    {
        var rows = (await database.Set<CountedFigure>().AsNoTracking()
            .Where(row => row.ReplacedById == null && row.Table == table && period.Start <= row.Period && row.Period <= period.End)
            .Select(row => new { row.PlaceId, row.Sex, row.Period }).ToListAsync(stop)).Select(row => (row.PlaceId, row.Sex, row.Period)).ToHashSet();
        var boards = await database.Boards.AsNoTracking().Select(board => new { board.Id, board.ValidFrom, board.ValidTo }).ToListAsync(stop);
        var withUnits = (await database.PlaceScopes.AsNoTracking().Where(scope => database.Units.Any(unit => unit.Id == scope.DescendantId))
            .Select(scope => new { scope.AncestorId, scope.ValidFrom, scope.ValidTo }).Distinct().ToListAsync(stop)).ToLookup(scope => scope.AncestorId);
        FigureSex[] sexes = FigureTables.Of(table).BySex ? [FigureSex.Women, FigureSex.Men] : [FigureSex.All];
        return period.All.All(month => boards
            .Where(board => board.ValidFrom < month.AddMonths(1) && month <= board.ValidTo && withUnits[board.Id].Any(scope => scope.ValidFrom < month.AddMonths(1) && month <= scope.ValidTo))
            .All(board => Array.TrueForAll(sexes, sex => rows.Contains((board.Id, sex, month)) || rows.Contains((municipality, sex, month)))));
    }

    private static string Rule(FigureMetric metric) => metric switch
    {
        FigureMetric.Employees => "antalet anställda i den sista månaden",
        FigureMetric.Turnover => "externa avgångar under tolv månader, pensionsavgångar medräknade, delat med medelvärdet av de tolv månadernas antal tillsvidareanställda",
        FigureMetric.Leavers => "externa avgångar under tolv månader, pensionsavgångar medräknade",
        FigureMetric.Incidents or FigureMetric.ClosedIncidents => "antalet händelser under tolv månader",
        _ => "timmarna under tolv månader",
    };
}
