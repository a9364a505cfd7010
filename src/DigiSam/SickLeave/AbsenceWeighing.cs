using DigiSam.Metrics;
using DigiSam.Organisation;
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

/// <summary>
/// Keeps what follows from the rows in step with them: the list of exposed months and the sums of places, in the transaction of whatever
/// changed the rows or the organisation.
/// </summary>
internal sealed class AbsenceWeighing(DigiSamContext database) : IFollowsOrganisation
{
    /// <summary>Weighs every month anew.</summary>
    public async Task Follow(CancellationToken stop) =>
        await Weigh(await database.Set<AbsenceMonth>().Select(row => row.Month).Distinct().OrderBy(month => month).ToListAsync(stop), stop);

    public async Task Weigh(IReadOnlyCollection<DateOnly> months, CancellationToken stop)
    {
        if (months.Count == 0)
            return;
        await database.SaveChangesAsync(stop);
        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(stop);
        var above = (await database.Boards.Select(board => board.Id).ToListAsync(stop)).Concat(await database.Administrations.Select(administration => administration.Id).ToListAsync(stop)).ToHashSet();
        var units = await database.Units.AsNoTracking().Select(unit => new { unit.Id, unit.ValidFrom, unit.ValidTo }).ToListAsync(stop);
        var scopes = (await database.PlaceScopes.AsNoTracking().ToListAsync(stop)).Where(scope => above.Contains(scope.AncestorId)).ToLookup(scope => scope.DescendantId);
        var known = await database.Set<AbsenceExposure>().Where(exposed => months.Contains(exposed.Month)).ToDictionaryAsync(exposed => exposed.Month, stop);
        await database.Set<AbsenceSum>().Where(sum => months.Contains(sum.Month)).ExecuteDeleteAsync(stop);
        await using var sums = new TableInsert(database.Model.FindEntityType(typeof(AbsenceSum))!, depth: 0, database);
        foreach (var month in months)
        {
            var rows = await database.Set<AbsenceMonth>().AsNoTracking()
                .Where(row => row.ReplacedById == null && row.Month == month && row.Table != AbsenceTable.Position)
                .Select(row => new CountedRow(
                    row.Table, row.PlaceId, row.Sex, row.Age, row.ImportId, row.Headcount, new AbsenceHours(row.Scheduled, row.Short, row.Long, row.FromDay60))).ToListAsync(stop);
            var counted = new CountedMonth(
                municipality,
                units.Where(unit => unit.ValidFrom < month.AddMonths(1) && month <= unit.ValidTo).ToDictionary(unit => unit.Id, unit => Above(unit.Id, month)),
                rows.Where(row => row.Table == AbsenceTable.Unit).ToDictionary(row => row.PlaceId, row => row.Headcount),
                rows.Where(row => row.Table == AbsenceTable.Board).ToDictionary(row => (row.PlaceId, row.Sex, row.Age), row => row.Headcount));
            if (counted.IsExposed && !known.ContainsKey(month))
                database.Add(new AbsenceExposure(month));
            else if (!counted.IsExposed && known.TryGetValue(month, out var exposed))
                database.Remove(exposed);
            foreach (var sum in AbsenceSum.Of(month, rows, row => Counting(row, month)))
                sums.Take(sum);
            await sums.Run(stop);
        }

        IReadOnlyList<Guid> Above(Guid place, DateOnly month) =>
            [.. scopes[place].Where(scope => scope.ValidFrom < month.AddMonths(1) && month <= scope.ValidTo).Select(scope => scope.AncestorId).Distinct()];

        // A row of units counts in every place above, itself among them when it is of small units together; one of boards in its board. Both count in the whole.
        IEnumerable<Guid> Counting(CountedRow row, DateOnly month) => (row.Table == AbsenceTable.Board ? [row.PlaceId] : Above(row.PlaceId, month)).Append(municipality).Distinct();
    }
}
