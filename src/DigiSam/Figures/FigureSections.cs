using DigiSam.Language;
using DigiSam.SickLeave;

namespace DigiSam.Figures;

/// <summary>The sum of a period for one sex, category and basis of one table.</summary>
internal sealed record FigureCell(FigureTable Table, DateOnly Period, FigureSex Sex, string Category, string Basis, int Headcount, long First, long Second);

/// <summary>Makes the lines of each table out of its cells. Pure.</summary>
internal static class FigureSections
{
    public static IEnumerable<FigureSection> Of(IReadOnlyList<FigureCell> cells, RollingYear period, ILookup<FigureTable, FigureImport> imports)
    {
        foreach (var table in cells.GroupBy(cell => cell.Table).OrderBy(table => table.Key))
        {
            IReadOnlyList<FigureCell> rows = [.. table];
            var now = Within(rows, period);
            IReadOnlyList<FigureLine> lines = table.Key switch
            {
                FigureTable.Headcount => Headcount(rows, period),
                FigureTable.Turnover => Turnover(now, Within(rows, period.YearBefore)),
                FigureTable.Overtime => Overtime(now, Within(rows, period.YearBefore)),
                FigureTable.Incidents => Incidents(now, Within(rows, period.YearBefore)),
                FigureTable.OccupationalHealth => Orders(now, Within(rows, period.YearBefore)),
                _ => Survey(rows),
            };
            int? year = table.Key == FigureTable.Survey ? rows.Max(row => row.Period.Year) : null;
            yield return new FigureSection(
                table.Key, lines, table.Key is FigureTable.Survey or FigureTable.Headcount ? 0 : MissingOf(table.Key, now), year, [.. now.Select(row => row.Basis).Where(basis => basis.Length > 0).Distinct().Order()], [.. imports[table.Key]]);
        }
    }

    /// <summary>People in the last month of each period: a headcount is of a day, not of a year.</summary>
    private static IReadOnlyList<FigureLine> Headcount(IReadOnlyList<FigureCell> rows, RollingYear period)
    {
        var now = rows.SingleOrDefault(row => row.Period == period.End);
        var before = rows.SingleOrDefault(row => row.Period == period.YearBefore.End);
        return
        [
            new(FigureMetric.Employees, FigureSex.All, "", now?.Headcount, before?.Headcount),
            new(FigureMetric.Managers, FigureSex.All, "", now?.First / 100m, before?.First / 100m),
            new(FigureMetric.EmployeesPerManager, FigureSex.All, "", PerManager(now), PerManager(before)),
        ];
    }

    private static decimal? PerManager(FigureCell? month) => month is { First: > 0 } known ? known.Headcount * 100m / known.First : null;

    private static IReadOnlyList<FigureLine> Turnover(IReadOnlyList<FigureCell> now, IReadOnlyList<FigureCell> before) =>
    [
        .. BySex(FigureMetric.Turnover, now, before, rows => rows.Sum(row => row.First) * (decimal)RollingYear.Months / rows.Sum(row => row.Headcount)),
        .. BySex(FigureMetric.Leavers, now, before, rows => rows.Sum(row => row.First) / 100m),
        .. BySex(FigureMetric.Retirements, now, before, rows => rows.Sum(row => row.Second) / 100m).Take(1),
    ];

    /// <summary>All, women and men. Where one sex lacks a month neither is shown: the other would be all, or all less the one. Nor are all, when one sex is in some of the months only.</summary>
    private static IEnumerable<FigureLine> BySex(FigureMetric metric, IReadOnlyList<FigureCell> now, IReadOnlyList<FigureCell> before, Func<IReadOnlyList<FigureCell>, decimal> figure)
    {
        foreach (var sex in new[] { FigureSex.All, FigureSex.Women, FigureSex.Men })
            yield return new FigureLine(metric, sex, "", Value(now, sex), Value(before, sex));

        decimal? Value(IReadOnlyList<FigureCell> rows, FigureSex sex) => sex == FigureSex.All
            ? MissingOf(FigureTable.Turnover, rows) == 0 ? figure(rows) : null
            : Of(rows, FigureSex.Women).Count == RollingYear.Months && Of(rows, FigureSex.Men).Count == RollingYear.Months ? figure(Of(rows, sex)) : null;
    }

    private static IReadOnlyList<FigureLine> Overtime(IReadOnlyList<FigureCell> now, IReadOnlyList<FigureCell> before) =>
    [
        Sum(FigureMetric.AdditionalTime, "", now, before, row => row.Second),
        Sum(FigureMetric.Overtime, "", now, before, row => row.First),
        Sum(FigureMetric.OvertimeAndAdditional, "", now, before, row => row.First + row.Second),
    ];

    private static IReadOnlyList<FigureLine> Incidents(IReadOnlyList<FigureCell> now, IReadOnlyList<FigureCell> before)
    {
        var same = now.Concat(before).Select(row => row.Basis).Distinct().Count() == 1;
        var kinds = new[] { FigureCategories.Injury, FigureCategories.NearMiss }.Union(now.Concat(before).Select(row => row.Category).Where(kind => kind.Length > 0).Order(StringComparer.Ordinal));
        return
        [
            .. kinds.Select(kind => Sum(FigureMetric.Incidents, kind, now, before, row => row.Category == kind ? row.First : 0) with { IsComparable = same }),
            Sum(FigureMetric.ClosedIncidents, "", now, before, row => row.Second) with { IsComparable = same },
        ];
    }

    private static IReadOnlyList<FigureLine> Orders(IReadOnlyList<FigureCell> now, IReadOnlyList<FigureCell> before) =>
    [
        Sum(FigureMetric.Orders, "", now, before, row => row.First),
        .. now.Concat(before).Select(row => row.Category).Where(service => service.Length > 0).Distinct().Order(StringComparer.Ordinal)
            .Select(service => Sum(FigureMetric.Orders, service, now, before, row => row.Category == service ? row.First : 0)),
        Sum(FigureMetric.OrderedHours, "", now, before, row => row.Second),
    ];

    private static IReadOnlyList<FigureLine> Survey(IReadOnlyList<FigureCell> rows)
    {
        var year = rows.Max(row => row.Period);
        return [.. rows.Where(row => row.Period == year).OrderBy(row => SwedishText.SortKey(row.Category), StringComparer.Ordinal).Select(row => new FigureLine(
            FigureMetric.SurveyIndex, FigureSex.All, row.Category, row.First / 100m, rows.SingleOrDefault(old => old.Period == year.AddYears(-1) && old.Category == row.Category)?.First / 100m))];
    }

    private static FigureLine Sum(FigureMetric metric, string category, IReadOnlyList<FigureCell> now, IReadOnlyList<FigureCell> before, Func<FigureCell, long> part) =>
        new(metric, FigureSex.All, category, Total(now, part), Total(before, part));

    private static decimal? Total(IReadOnlyList<FigureCell> rows, Func<FigureCell, long> part) => Months(rows) == RollingYear.Months ? rows.Sum(part) / 100m : null;

    private static IReadOnlyList<FigureCell> Of(IReadOnlyList<FigureCell> rows, FigureSex sex) => [.. rows.Where(row => row.Sex == sex)];

    private static IReadOnlyList<FigureCell> Within(IReadOnlyList<FigureCell> rows, RollingYear period) => [.. rows.Where(row => period.Start <= row.Period && row.Period <= period.End)];

    /// <summary>The months that lack a row, or a row of a sex that has one in another month.</summary>
    private static int MissingOf(FigureTable table, IReadOnlyList<FigureCell> rows) => RollingYear.Months - (table == FigureTable.Turnover && rows.Count > 0
        ? rows.GroupBy(row => row.Sex).Min(sex => Months([.. sex]))
        : Months(rows));

    private static int Months(IReadOnlyList<FigureCell> rows) => rows.Select(row => row.Period).Distinct().Count();
}
