using DigiSam.Metrics;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>
/// A month in which the table per board and the table per unit differ by a group of ten or fewer: shown together, one less the other
/// would be that group. Boards are then computed from units, as if there were no table of theirs.
/// </summary>
public sealed class AbsenceExposure
{
    private AbsenceExposure()
    {
    }

    internal AbsenceExposure(DateOnly month) => Month = month;

    public DateOnly Month { get; private init; }
}

/// <summary>A month as the two tables count it.</summary>
/// <param name="Units">The units that there were, with the boards and the administration that each belongs to.</param>
/// <param name="ByUnit">People by unit, or by administration for small units together.</param>
/// <param name="ByBoard">People by board, or by the municipality for small groups together, by sex and age.</param>
internal sealed record CountedMonth(
    Guid Municipality,
    IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Units,
    IReadOnlyDictionary<Guid, int> ByUnit,
    IReadOnlyDictionary<(Guid Place, AbsenceSex Sex, AgeGroup Age), int> ByBoard)
{
    /// <summary>
    /// Whether a small group follows from the two tables: the people of a board are one to ten more or fewer than those of its units, or
    /// those of some boards than those of the administrations that serve them and no others, or likewise of the municipality.
    /// </summary>
    public bool IsExposed => ByUnit.Count > 0 && ByBoard.Count > 0 && (ByBoard.Keys.Select(key => key.Place).Distinct().Any(BoardIsExposed) || WholeIsExposed);

    private bool WholeIsExposed => IsSmall(ByBoard.Values.Sum() - ByUnit.Values.Sum());

    private bool BoardIsExposed(Guid board)
    {
        if (board == Municipality)
            return false;
        var units = Units.Where(unit => unit.Value.Contains(board)).Select(unit => unit.Key).ToList();
        if (IsSmall(PeopleOf(board) - units.Sum(unit => ByUnit.GetValueOrDefault(unit))))
            return true;
        var together = Together(board);
        return IsSmall(together.Sum(PeopleOf) - together.Concat(Units.Where(unit => unit.Value.Any(together.Contains)).Select(unit => unit.Key)).Sum(place => ByUnit.GetValueOrDefault(place)));
    }

    /// <summary>The board with the administrations that serve it, the other boards that those serve, and so on.</summary>
    private HashSet<Guid> Together(Guid board)
    {
        var together = new HashSet<Guid> { board };
        for (var before = 0; before < together.Count;)
        {
            before = together.Count;
            together.UnionWith(Units.Values.Where(above => above.Any(together.Contains)).SelectMany(above => above).ToList());
        }

        return together;
    }

    private int PeopleOf(Guid place) => ByBoard.Where(cell => cell.Key.Place == place && place != Municipality).Sum(cell => cell.Value);

    private static bool IsSmall(int difference) => Math.Abs(difference) is > 0 and <= MetricValue.LargestHiddenGroup;
}

/// <summary>Keeps the list of exposed months in step with what has been imported, in the transaction of the import.</summary>
internal sealed class AbsenceWeighing(DigiSamContext database)
{
    public async Task Weigh(IReadOnlyCollection<DateOnly> months, CancellationToken stop)
    {
        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(stop);
        var above = (await database.Boards.Select(board => board.Id).ToListAsync(stop)).Concat(await database.Administrations.Select(administration => administration.Id).ToListAsync(stop)).ToHashSet();
        var units = await database.Units.AsNoTracking().Select(unit => new { unit.Id, unit.ValidFrom, unit.ValidTo }).ToListAsync(stop);
        var scopes = (await database.PlaceScopes.AsNoTracking().ToListAsync(stop)).Where(scope => above.Contains(scope.AncestorId)).ToLookup(scope => scope.DescendantId);
        foreach (var month in months)
        {
            var rows = await database.Set<AbsenceMonth>().AsNoTracking()
                .Where(row => row.ReplacedById == null && row.Month == month && row.Table != AbsenceTable.Position)
                .Select(row => new { row.Table, row.PlaceId, row.Sex, row.Age, row.Headcount }).ToListAsync(stop);
            var counted = new CountedMonth(
                municipality,
                units.Where(unit => unit.ValidFrom < month.AddMonths(1) && month <= unit.ValidTo).ToDictionary(
                    unit => unit.Id,
                    unit => (IReadOnlyList<Guid>)[.. scopes[unit.Id].Where(scope => scope.ValidFrom < month.AddMonths(1) && month <= scope.ValidTo).Select(scope => scope.AncestorId).Distinct()]),
                rows.Where(row => row.Table == AbsenceTable.Unit).ToDictionary(row => row.PlaceId, row => row.Headcount),
                rows.Where(row => row.Table == AbsenceTable.Board).ToDictionary(row => (row.PlaceId, row.Sex, row.Age), row => row.Headcount));
            var known = await database.Set<AbsenceExposure>().SingleOrDefaultAsync(exposed => exposed.Month == month, stop);
            if (counted.IsExposed && known is null)
                database.Add(new AbsenceExposure(month));
            else if (!counted.IsExposed && known is not null)
                database.Remove(known);
        }
    }
}
