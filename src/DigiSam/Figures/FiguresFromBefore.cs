using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>Makes what is kept for reading of rows that an earlier version took in, which kept no sums of them and showed none.</summary>
internal static class FiguresFromBefore
{
    /// <summary>Whether there are rows whose sums are lacking altogether.</summary>
    public static async Task<bool> LackSums(DigiSamContext database, CancellationToken stop)
    {
        // Position groups and indices of units have no sums.
        if (!await database.Set<FigureSum>().AnyAsync(stop)
            && await database.Set<CountedFigure>().AnyAsync(row => row.ReplacedById == null && (row.Table != FigureTable.Survey || !database.Units.Any(unit => unit.Id == row.PlaceId)), stop))
            return true;
        return !await database.Set<AbsenceSum>().AnyAsync(stop)
            && await database.Set<AbsenceMonth>().AnyAsync(row => row.ReplacedById == null && row.Table != AbsenceTable.Position, stop);
    }

    /// <summary>Makes them in the open transaction, unless someone else has.</summary>
    public static async Task Make(DigiSamContext database, IEnumerable<IFollowsOrganisation> followers, CancellationToken stop)
    {
        if (!await LackSums(database, stop))
            return;
        foreach (var follower in followers)
            await follower.Follow(stop);
    }
}
