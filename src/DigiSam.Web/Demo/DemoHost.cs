using DigiSam.Demo;
using DigiSam.Installation;
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
    /// one's own is named. Says whether the database is a demo. Fails with <see cref="DemoNotMadeException"/>.
    /// </summary>
    public static async Task<bool> Prepare(WebApplication app, HostArguments arguments, string urls)
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
        Console.WriteLine("Skapar demokommunen Exempelkommunen med två års historia. Det tar några sekunder …");
        return await app.Services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, new MakeDemo()) switch
        {
            Outcome<DemoMade>.Done => true,
            Outcome<DemoMade>.Broken broken => throw new DemoNotMadeException(broken.Message),
            var other => throw new DemoNotMadeException($"Demon kunde inte skapas. {other}"),
        };
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
