using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Demo;

/// <summary>Whether a database is a demo, or holds something that a demo must not lie among.</summary>
public sealed class DemoState(DigiSamContext database)
{
    public Task<bool> IsDemo(CancellationToken stop = default) => database.DemoMarks.AnyAsync(stop);

    /// <summary>Nothing but what it holds since it was opened, when nobody named the municipality.</summary>
    public async Task<bool> IsEmpty(CancellationToken stop = default) => !await HoldsData(database, stop);

    internal static async Task<bool> HoldsData(DigiSamContext database, CancellationToken stop) =>
        await database.DemoMarks.AnyAsync(stop)
        || await database.Municipalities.AnyAsync(municipality => municipality.Name != Municipality.Unnamed, stop)
        || await database.PlaceLinks.AnyAsync(stop)
        || await database.Boards.AnyAsync(stop)
        || await database.Administrations.AnyAsync(stop)
        || await database.Units.AnyAsync(stop)
        || await database.Accounts.AnyAsync(stop)
        || await database.ImportBatches.AnyAsync(stop);
}
