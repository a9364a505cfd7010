using System.CommandLine;
using DigiSam.Cli.Commands;
using DigiSam.Cli.Terminal;
using DigiSam.DefinitionFiles;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Cli;

/// <summary>An opened installation and the operator who works in it.</summary>
internal sealed class Session(IServiceProvider services, Screen screen)
{
    /// <summary>What a system calls a full disk: ENOSPC, and ERROR_DISK_FULL.</summary>
    private const int DiskIsFull = 28;

    private const int DiskIsFullOnWindows = unchecked((int)0x80070070);

    public Screen Screen { get; } = screen;

    /// <summary>Opens the installation, runs <paramref name="work"/> and turns what stands in its way into a message and an exit code.</summary>
    public static Task<int> Run(ParseResult parsed, DatabaseOptionSet where, Screen screen, CancellationToken stop, Func<Session, Task<int>> work) =>
        Run(parsed, where, screen, alone: false, stop, work);

    /// <summary>The same, with the database to ourselves when <paramref name="alone"/>: refused while a host works in it.</summary>
    public static Task<int> Run(ParseResult parsed, DatabaseOptionSet where, Screen screen, bool alone, CancellationToken stop, Func<Session, Task<int>> work) => Guard(screen, async () =>
    {
        var database = where.Chosen(parsed);
        await using var services = Services(database);
        await using var ours = alone ? await services.GetRequiredService<DatabaseEngine>().Claim(alone, stop) ?? throw new DatabaseIsTakenException(database) : null;
        var asked = parsed.GetValue(where.Municipality);
        var (name, isNew) = await services.GetRequiredService<InstallationSetup>().Open(asked, ours, stop);
        if (isNew && !alone)
            screen.Note($"ny databas för {name} i {database.Where}.");
        if (asked is not null && asked.Trim() != name)
            screen.Note($"Databasen hör till {name}; --municipality gäller bara när den skapas.");
        return await work(new Session(services, screen));
    });

    /// <summary>The same with a database as it is: it is neither made nor brought up to date, and the caller knows that no restore is under way.</summary>
    public static Task<int> RunAsItIs(DatabaseOptions database, Screen screen, Func<Session, Task<int>> work) => Guard(screen, async () =>
    {
        await using var services = Services(database);
        return await work(new Session(services, screen));
    });

    /// <summary>Runs <paramref name="work"/> and turns what stands in its way into a message and an exit code.</summary>
    public static async Task<int> Guard(Screen screen, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (InvalidDefinitionException invalid)
        {
            screen.Error("Definitionsfiler är ogiltiga. Rätta dem och kör igen:");
            foreach (var fault in invalid.Faults)
                screen.Error($"  {fault}");
        }
        catch (Exception stopped) when (stopped is DatabaseInUseException or DatabaseIsNewerException or UnsupportedConnectionException or DatabaseIsTakenException)
        {
            screen.Error(stopped.Message);
        }
        catch (BrokenRule broken)
        {
            screen.Error(broken.Message);
            screen.ErrorLines(broken.Details);
            return ExitCode.Refused;
        }
        catch (Exception failed) when (DatabaseFault.In(failed) is { } message)
        {
            screen.Error(message);
        }
        catch (IOException full) when (full.HResult is DiskIsFull or DiskIsFullOnWindows)
        {
            screen.Error($"Disken är full. Ge plats och kör kommandot igen. ({full.Message})");
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            screen.Error($"En fil eller mapp kan inte läsas eller skrivas. Kontrollera sökvägen och rättigheterna. ({unreachable.Message})");
        }
        catch (OperationCanceledException)
        {
            screen.Error("Avbrutet. Det som inte bekräftats är inte gjort.");
        }

        return ExitCode.Installation;
    }

    private static ServiceProvider Services(DatabaseOptions database) => new ServiceCollection()
        .AddDigiSam(database, InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder)).BuildServiceProvider(validateScopes: true);

    /// <summary>Sends a request as the operator. Prints what stood in its way and returns false with the exit code, else the result.</summary>
    public async Task<(bool Done, T Result, int Exit)> Send<T>(IRequest<T> request, CancellationToken stop)
    {
        var outcome = await services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, request, stop);
        switch (outcome)
        {
            case Outcome<T>.Done done:
                return (true, done.Result, ExitCode.Ok);
            case Outcome<T>.Broken broken:
                Screen.Error(broken.Message);
                Screen.ErrorLines(broken.Details);
                break;
            case Outcome<T>.Invalid invalid:
                Screen.ErrorLines(invalid.Messages);
                break;
            case Outcome<T>.Denied denied:
                Screen.Error(denied.Message);
                break;
            case Outcome<T>.Conflict conflict:
                Screen.Error(conflict.Message);
                break;
        }

        return (false, default!, ExitCode.Refused);
    }
}
