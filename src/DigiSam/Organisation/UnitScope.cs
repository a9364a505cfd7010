using System.Linq.Expressions;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>Which units' registers are read when someone looks at a place.</summary>
internal static class UnitScope
{
    /// <summary>
    /// The rows of the units below a place (or of the place itself) today. A unit that no longer exists counts where it last
    /// belonged: what was recorded in it is not to vanish. All units are in the municipality, so that nothing is asked about
    /// them there, and an index of the rows can be read in its order.
    /// </summary>
    public static async Task<IQueryable<T>> InPlace<T>(
        this IQueryable<T> rows, DigiSamContext database, Guid placeId, DateOnly today, Expression<Func<T, Guid>> unitOf, CancellationToken stop)
    {
        if (await database.Municipalities.AnyAsync(whole => whole.Id == placeId, stop))
            return rows;
        var units = from unit in database.Units
                    where database.PlaceScopes.Any(scope => scope.AncestorId == placeId && scope.DescendantId == unit.Id
                        && ((scope.ValidFrom <= today && today <= scope.ValidTo)
                            || (unit.ValidTo < today && scope.ValidFrom <= unit.ValidTo && unit.ValidTo <= scope.ValidTo)))
                    select unit.Id;
        var inPlace = Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(Guid)], units.Expression, unitOf.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(inPlace, unitOf.Parameters));
    }

    /// <summary>
    /// The rows with the sort key of their unit. That it is not less than nothing holds for every unit: it is said so that SQLite
    /// walks the units in their order, and stops when the page is full, instead of sorting all rows.
    /// </summary>
    public static IQueryable<InUnit<T>> WithUnits<T>(this IQueryable<T> rows, DigiSamContext database, Expression<Func<T, Guid>> unitOf) =>
        database.Units.Where(unit => unit.SortKey.CompareTo("") >= 0).Join(rows, unit => unit.Id, unitOf, (unit, row) => new InUnit<T> { Row = row, SortKey = unit.SortKey });
}

/// <summary>A row, and what its unit is sorted by.</summary>
internal sealed class InUnit<T>
{
    public required T Row { get; init; }

    public required string SortKey { get; init; }
}
