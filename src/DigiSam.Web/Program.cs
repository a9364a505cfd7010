using DigiSam;
using DigiSam.Installation;
using DigiSam.Web;

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
    using var ours = await DataFolder.Take(database.DataFolder);

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    builder.WebHost.UseUrls(arguments.Urls ?? builder.Configuration["urls"] ?? HostArguments.Loopback);
    builder.Services.AddDigiSam(database, definitions).AddWeb(builder.Configuration);
    await using var app = builder.Build();

    var municipality = await app.Services.GetRequiredService<InstallationSetup>().Open(arguments.Municipality, folderIsOurs: true);
    app.UseWeb();
    app.MapWeb();
    await app.StartAsync();
    Console.WriteLine($"DigiSam för {municipality} svarar på {string.Join(" och ", app.Urls)} (data i {database.DataFolder}). Avsluta med Ctrl+C.");
    await app.WaitForShutdownAsync();
    return ExitCode.Ok;
}
catch (Exception stopped)
{
    var (message, exit) = StartFault.Describe(stopped);
    await Console.Error.WriteLineAsync(message);
    return exit;
}
