using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>Which units' registers are read when someone looks at a place.</summary>
internal static class UnitScope
{
    /// <summary>
    /// The units below a place (or the place itself) today. A unit that no longer exists counts where it last belonged:
    /// what was recorded in it is not to vanish.
    /// </summary>
    public static async Task<IQueryable<Guid>> UnitsIn(this DigiSamContext database, Guid placeId, DateOnly today, CancellationToken stop)
    {
        if (await database.Municipalities.AnyAsync(whole => whole.Id == placeId, stop))
            return database.Units.Select(unit => unit.Id);
        return from unit in database.Units
               where database.PlaceScopes.Any(scope => scope.AncestorId == placeId && scope.DescendantId == unit.Id
                   && ((scope.ValidFrom <= today && today <= scope.ValidTo)
                       || (unit.ValidTo < today && scope.ValidFrom <= unit.ValidTo && unit.ValidTo <= scope.ValidTo)))
               select unit.Id;
    }
}
