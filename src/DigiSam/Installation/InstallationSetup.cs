using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Figures;
using DigiSam.Measures;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Installation;

/// <summary>Opens an installation: folder, database, the municipality itself, the operator at the command line, DigiSam itself and the published checklists.</summary>
public sealed class InstallationSetup(
    IServiceScopeFactory scopes, DatabaseEngine engine, InstalledDefinitions definitions, InstalledProcesses processes, WriteGate gate, TimeProvider clock)
{
    /// <summary>The person that the command line acts as. Audited like anyone; its roles are rows like anyone's.</summary>
    public static readonly Guid Operator = new("00000000-0000-7000-8000-00000000d161");

    /// <summary>DigiSam itself, which acts on what time has brought. Audited like anyone.</summary>
    public static readonly Guid Timekeeper = new("00000000-0000-7000-8000-00000000d162");

    /// <summary>
    /// Creates and migrates the database if needed. <paramref name="municipality"/> names a municipality that has none yet.
    /// </summary>
    /// <param name="ours">The caller's claim on the database, which a host has.</param>
    public async Task<OpenedInstallation> Open(string? municipality = null, DatabaseClaim? ours = null, CancellationToken stop = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        if (engine.Options.DataFolder is { } folder)
            Directory.CreateDirectory(folder);
        await DatabaseUpkeep.BringUpToDate(database, engine, ours, TimeSpan.FromSeconds(15), stop);
        await engine.Prepare(database, stop);

        var name = await database.Municipalities.Select(place => place.Name).SingleOrDefaultAsync(stop);
        var isNew = name is null;
        if (isNew || await database.People.CountAsync(person => person.Id == Operator || person.Id == Timekeeper, stop) < 2)
            name = await Found(database, municipality, stop);
        await StockChecklists(database, stop);
        await MeasureSortKeys.FillIn(database, stop);
        await SumFigures(database, scope.ServiceProvider.GetServices<IFollowsOrganisation>, stop);
        await MatchProcesses(database, stop);
        return new OpenedInstallation(name!, isNew);
    }

    private async Task MatchProcesses(DigiSamContext database, CancellationToken stop)
    {
        var used = await database.Processes
            .Select(process => new { process.DefinitionKey, process.DefinitionVersion, process.DefinitionHash })
            .Distinct().ToListAsync(stop);
        processes.Match(used.Select(process => (process.DefinitionKey, process.DefinitionVersion, process.DefinitionHash)));
    }

    private async Task SumFigures(DigiSamContext database, Func<IEnumerable<IFollowsOrganisation>> followers, CancellationToken stop)
    {
        if (!await FiguresFromBefore.LackSums(database, stop))
            return;
        using var turn = await gate.Enter(stop);
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await engine.TakeTurn(database, Operator, stop);
        await FiguresFromBefore.Make(database, followers(), stop);
        await transaction.CommitAsync(stop);
    }

    private async Task StockChecklists(DigiSamContext database, CancellationToken stop)
    {
        if (await ChecklistShelf.Holds(database, definitions.Checklists, stop))
            return;
        using var turn = await gate.Enter(stop);
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await engine.TakeTurn(database, Operator, stop);
        await ChecklistShelf.Stock(database, definitions.Folder, definitions.Checklists, clock.GetUtcNow(), stop);
        await transaction.CommitAsync(stop);
    }

    private async Task<string> Found(DigiSamContext database, string? name, CancellationToken stop)
    {
        using var turn = await gate.Enter(stop);
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await engine.TakeTurn(database, Operator, stop);
        var place = await database.Municipalities.SingleOrDefaultAsync(stop);
        if (place is null)
        {
            if (name?.Trim().Length > Place.LongestName)
                throw new MunicipalityNameIsTooLong();
            place = new Municipality(string.IsNullOrWhiteSpace(name) ? Municipality.Unnamed : name.Trim());
            database.Places.Add(place);
            database.PlaceScopes.AddRange(PlaceScope.Close([place], []));
            await database.SaveChangesAsync(stop);
        }

        foreach (var (id, known) in new[] { (Operator, "operator"), (Timekeeper, "DigiSam") })
        {
            if (await database.People.AnyAsync(person => person.Id == id, stop))
                continue;
            database.People.Add(new Person(id, known));
            await database.SaveChangesAsync(stop);
            database.RoleAssignments.Add(new RoleAssignment(id, Role.Operator, place.Id, DateOnly.MinValue));
            await database.SaveChangesAsync(stop);
        }

        await transaction.CommitAsync(stop);
        return place.Name;
    }
}

/// <summary>An installation that is ready for requests. It is new when this opening gave it its municipality.</summary>
public sealed record OpenedInstallation(string Municipality, bool IsNew);

/// <summary>The name that the database was to be created with does not fit.</summary>
public sealed class MunicipalityNameIsTooLong() : BrokenRule($"Kommunens namn får ha högst {Place.LongestName} tecken. Ange ett kortare med --municipality.");
