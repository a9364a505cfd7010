using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Installation;

/// <summary>Opens an installation: folder, database, the municipality itself, the operator at the command line and the published checklists.</summary>
public sealed class InstallationSetup(
    IServiceScopeFactory scopes, DatabaseOptions options, InstalledDefinitions definitions, WriteGate gate, TimeProvider clock)
{
    /// <summary>The person that the command line acts as. Audited like anyone; its roles are rows like anyone's.</summary>
    public static readonly Guid Operator = new("00000000-0000-7000-8000-00000000d161");

    /// <summary>
    /// Creates and migrates the database if needed. <paramref name="municipality"/> names a municipality that has none yet.
    /// </summary>
    /// <param name="folderIsOurs">The caller holds the folder's lock, as a host does.</param>
    /// <returns>The municipality's name.</returns>
    public async Task<string> Open(string? municipality = null, bool folderIsOurs = false, CancellationToken stop = default)
    {
        Directory.CreateDirectory(options.DataFolder);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        await DatabaseUpkeep.BringUpToDate(database, options.DataFolder, folderIsOurs, TimeSpan.FromSeconds(15), stop);
        await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);

        var name = await database.Municipalities.Select(place => place.Name).SingleOrDefaultAsync(stop);
        if (name is null || !await database.People.AnyAsync(person => person.Id == Operator, stop))
            name = await Found(database, municipality, stop);
        await StockChecklists(database, stop);
        return name;
    }

    private async Task StockChecklists(DigiSamContext database, CancellationToken stop)
    {
        if (await ChecklistShelf.Holds(database, definitions.Checklists, stop))
            return;
        using var turn = await gate.Enter(stop);
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await ChecklistShelf.Stock(database, definitions.Folder, definitions.Checklists, clock.GetUtcNow(), stop);
        await transaction.CommitAsync(stop);
    }

    private async Task<string> Found(DigiSamContext database, string? name, CancellationToken stop)
    {
        using var turn = await gate.Enter(stop);
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var place = await database.Municipalities.SingleOrDefaultAsync(stop);
        if (place is null)
        {
            place = new Municipality(string.IsNullOrWhiteSpace(name) ? "Kommunen" : name.Trim());
            database.Places.Add(place);
            database.PlaceScopes.AddRange(PlaceScope.Close([place], []));
            await database.SaveChangesAsync(stop);
        }

        if (!await database.People.AnyAsync(person => person.Id == Operator, stop))
        {
            database.People.Add(new Person(Operator, "operator"));
            await database.SaveChangesAsync(stop);
            database.RoleAssignments.Add(new RoleAssignment(Operator, Role.Operator, place.Id, DateOnly.MinValue));
            await database.SaveChangesAsync(stop);
        }

        await transaction.CommitAsync(stop);
        return place.Name;
    }
}
