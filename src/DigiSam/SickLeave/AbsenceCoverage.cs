using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>Who stands in the tables of absence, and who is left out because their group is too small for a row.</summary>
internal sealed class AbsenceCoverage(DigiSamContext database)
{
    private static readonly (AbsenceSex Sex, AgeGroup Age)[] Cells =
        [.. from sex in new[] { AbsenceSex.Women, AbsenceSex.Men } from age in new[] { AgeGroup.Under30, AgeGroup.From30To49, AgeGroup.From50 } select (sex, age)];

    private List<(Guid Id, DateOnly From, DateOnly To, IReadOnlyList<PlaceScope> Above)>? _units;

    private List<Guid>? _boards;

    private List<Guid>? _administrations;

    /// <summary>
    /// Whether all who work in the place are counted in each month of the year: every sex and age of its boards has a row, or every unit.
    /// What was merged into the level above counts where the place contains that level.
    /// </summary>
    public Task<bool> IsWhole(Place place, AbsenceTable table, RollingYear period, CancellationToken stop) =>
        IsWhole(place, table, period, merges: place.Kind() != PlaceKind.Board, stop);

    /// <summary>As <see cref="IsWhole(Place, AbsenceTable, RollingYear, CancellationToken)"/>.</summary>
    /// <param name="merges">Whether rows of the level above make up for those that a place lacks.</param>
    public async Task<bool> IsWhole(Place place, AbsenceTable table, RollingYear period, bool merges, CancellationToken stop)
    {
        var units = await Units(stop);
        var rows = (await database.Set<AbsenceMonth>().AsNoTracking()
            .Where(row => row.ReplacedById == null && row.Table == table && period.Start <= row.Month && row.Month <= period.End)
            .Select(row => new { row.PlaceId, row.Month, row.Sex, row.Age }).ToListAsync(stop)).Select(row => (row.PlaceId, row.Month, row.Sex, row.Age)).ToHashSet();
        var boards = _boards ??= await database.Boards.Select(board => board.Id).ToListAsync(stop);
        var municipality = place.Kind() == PlaceKind.Municipality ? place.Id : Guid.Empty;
        foreach (var month in period.All)
        {
            var last = month.AddMonths(1).AddDays(-1);
            var then = units.FindAll(unit => unit.From <= last && last <= unit.To)
                .ConvertAll(unit => (unit.Id, Above: unit.Above.Where(scope => scope.ValidFrom <= last && last <= scope.ValidTo).Select(scope => scope.AncestorId).ToHashSet()));
            var below = then.FindAll(unit => municipality != Guid.Empty || unit.Id == place.Id || unit.Above.Contains(place.Id));
            var whole = table == AbsenceTable.Unit
                ? below.TrueForAll(unit => Has(unit.Id, AbsenceSex.All, AgeGroup.All) || (merges && unit.Above.Any(above => Has(above, AbsenceSex.All, AgeGroup.All))))
                : boards.Where(board => place.Kind() == PlaceKind.Board ? board == place.Id : below.Exists(unit => unit.Above.Contains(board)))
                    .All(board => Array.TrueForAll(Cells, cell => Has(board, cell.Sex, cell.Age) || (merges && Has(municipality, cell.Sex, cell.Age))));
            if (!whole)
                return false;

            bool Has(Guid id, AbsenceSex sex, AgeGroup age) => rows.Contains((id, month, sex, age));
        }

        return true;
    }

    /// <summary>
    /// The boards of an administration that no other serves, and that its units all work for, throughout the year: together they are
    /// the same people, so what is counted per board, sex and age is the administration's too. Empty when they are not.
    /// </summary>
    public async Task<IReadOnlyCollection<Guid>> BoardsServedAlone(Guid administration, RollingYear period, CancellationToken stop)
    {
        var boards = _boards ??= await database.Boards.Select(board => board.Id).ToListAsync(stop);
        var administrations = _administrations ??= await database.Administrations.Select(other => other.Id).ToListAsync(stop);
        var units = (await Units(stop)).FindAll(unit => unit.From < period.End.AddMonths(1) && period.Start <= unit.To)
            .ConvertAll(unit => unit.Above.Where(scope => scope.ValidFrom < period.End.AddMonths(1) && period.Start <= scope.ValidTo).Select(scope => scope.AncestorId).ToHashSet());
        var own = units.FindAll(above => above.Contains(administration));
        var served = boards.Where(board => own.Exists(above => above.Contains(board))).ToHashSet();
        var alone = own.TrueForAll(above => above.Overlaps(served)) && units.Where(above => above.Overlaps(served)).All(above => above.Intersect(administrations).SequenceEqual([administration]));
        return alone ? served : [];
    }

    /// <summary>The boards and administrations that each unit belongs to in a month.</summary>
    public async Task<ILookup<Guid, Guid>> Above(DateOnly month, CancellationToken stop) => (await Units(stop))
        .SelectMany(unit => unit.Above.Where(scope => scope.ValidFrom < month.AddMonths(1) && month <= scope.ValidTo), (unit, scope) => (unit.Id, scope.AncestorId))
        .Distinct().ToLookup(pair => pair.Id, pair => pair.AncestorId);

    /// <summary>When there have been units, one time for each.</summary>
    public async Task<IReadOnlyList<(DateOnly From, DateOnly To)>> UnitTimes(CancellationToken stop) => (await Units(stop)).ConvertAll(unit => (unit.From, unit.To));

    private async Task<List<(Guid Id, DateOnly From, DateOnly To, IReadOnlyList<PlaceScope> Above)>> Units(CancellationToken stop)
    {
        if (_units is not null)
            return _units;
        var units = await database.Units.AsNoTracking().Select(unit => new { unit.Id, unit.ValidFrom, unit.ValidTo }).ToListAsync(stop);
        var scopes = (await database.PlaceScopes.AsNoTracking().Where(scope => scope.AncestorId != scope.DescendantId).ToListAsync(stop)).ToLookup(scope => scope.DescendantId);
        return _units = units.ConvertAll(unit => (unit.Id, unit.ValidFrom, unit.ValidTo, (IReadOnlyList<PlaceScope>)[.. scopes[unit.Id]]));
    }
}
