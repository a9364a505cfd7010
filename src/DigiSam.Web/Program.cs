using DigiSam;
using DigiSam.Installation;
using DigiSam.Web;
using DigiSam.Web.Demo;

if (args is ["--help" or "-h" or "-?"])
{
    Console.WriteLine(HostArguments.Help);
    return ExitCode.Ok;
}

try
{
    var arguments = HostArguments.Read(args);
    var database = arguments.Database();
    var definitions = InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder);

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    var urls = arguments.Urls ?? builder.Configuration["urls"] ?? HostArguments.Loopback;
    builder.WebHost.UseUrls(urls);
    builder.Services.AddDigiSam(database, definitions).AddWeb(builder.Configuration);
    await using var app = builder.Build();

    var ours = await app.Services.GetRequiredService<HostClaim>().Take();
    var (municipality, _) = await app.Services.GetRequiredService<InstallationSetup>().Open(arguments.Municipality, ours);
    var isDemo = await DemoHost.Prepare(app, arguments, urls, ours);
    if (isDemo)
    {
        municipality = "demokommunen Exempelkommunen";
        app.UseLocalOnly();
    }

    app.UseWeb();
    app.MapWeb();
    await app.StartAsync();
    Console.WriteLine($"DigiSam för {municipality} svarar på {string.Join(" och ", app.Urls)} (data i {database.Where}). Avsluta med Ctrl+C.");
    if (isDemo)
        Console.WriteLine($"Öppna {app.Urls.First()} och välj vem du vill vara. Allt är påhittat, och demon nås bara från den här datorn.");
    await app.WaitForShutdownAsync();
    return ExitCode.Ok;
}
catch (Exception stopped)
{
    var (message, exit) = StartFault.Describe(stopped);
    await Console.Error.WriteLineAsync(message);
    return exit;
}
