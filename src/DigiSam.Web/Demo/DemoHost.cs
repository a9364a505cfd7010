using DigiSam.Demo;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;

namespace DigiSam.Web.Demo;

/// <summary>
/// A host of a demo: makes it when that is wanted, and keeps it to this computer, since anyone who reaches it can sign in as
/// its people.
/// </summary>
internal static class DemoHost
{
    /// <summary>
    /// Makes the demo in an empty database when it is asked for, or when the program is being developed and no municipality of
    /// one's own is named. Says whether the database is a demo. Fails with <see cref="DemoNotMadeException"/>, also when others
    /// are in the database.
    /// </summary>
    /// <param name="ours">The host's claim, which becomes alone while the demo is made.</param>
    public static async Task<bool> Prepare(WebApplication app, HostArguments arguments, string urls, DatabaseClaim ours)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var state = scope.ServiceProvider.GetRequiredService<DemoState>();
        if (await state.IsDemo())
        {
            KeepToThisComputer(app.Configuration, urls);
            return true;
        }

        var wanted = arguments.Demo || (app.Environment.IsDevelopment() && arguments.Municipality is null && await state.IsEmpty());
        if (!wanted)
            return false;
        KeepToThisComputer(app.Configuration, urls);
        if (!await ours.BecomeAlone(CancellationToken.None))
            throw new DemoNotMadeException($"Demon skapades inte: databasen ({app.Services.GetRequiredService<DatabaseEngine>().Options.Where}) används av en annan DigiSam-värd eller ett kommando. Vänta tills den andra är klar, eller stoppa den, och starta igen.");
        await Make(app.Services);
        await ours.BeAmongOthers(CancellationToken.None);
        return true;
    }

    private static async Task Make(IServiceProvider services)
    {
        Console.WriteLine("Skapar demokommunen Exempelkommunen med två års historia. Det tar några sekunder …");
        var outcome = await services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, new MakeDemo());
        if (outcome is not Outcome<DemoMade>.Done)
            throw new DemoNotMadeException(outcome is Outcome<DemoMade>.Broken broken ? broken.Message : $"Demon kunde inte skapas. {outcome}");
    }

    /// <summary>Refuses addresses that other computers reach, whether they were given as urls or as endpoints of Kestrel.</summary>
    private static void KeepToThisComputer(IConfiguration configuration, string urls)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        if (urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Concat(endpoints).FirstOrDefault(url => !LocalOnly.Binding(url)) is { } open)
            throw new DemoIsLocalException(open);
    }
}

/// <summary>The demo that was asked for could not be made.</summary>
internal sealed class DemoNotMadeException(string message) : Exception(message);

/// <summary>A demo listens to this computer alone.</summary>
internal sealed class DemoIsLocalException(string address)
    : Exception($"Det här är en demo: vem som helst som når den kan logga in som dess personer. Därför svarar den bara på den här datorn, inte på {address}. Starta med --urls {HostArguments.Loopback}, eller med en annan mapp (--data).");
