using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace DigiSam.Benchmarks.Hosts;

/// <summary>The host as it is installed: published, and started with a data folder.</summary>
internal sealed class PublishedHost
{
    private readonly string _folder;

    private PublishedHost(string folder) => _folder = folder;

    /// <summary>Whether it collects garbage as a server does; the bare host is made to do likewise.</summary>
    public bool CollectsAsServer { get; private init; }

    public static async Task<PublishedHost> Publish()
    {
        AnsiConsole.WriteLine("Publicerar värden …");
        var place = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ProcessStart.Known("WebProject"))))[..8];
        var folder = Path.Combine(DemoDatabase.Cache, $"host-{place}");
        await ProcessStart.Dotnet("publish", ProcessStart.Known("WebProject"), "-c", "Release", "-v", "quiet", "-o", folder);
        using var configuration = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "DigiSam.Web.runtimeconfig.json")));
        var properties = configuration.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");
        return new PublishedHost(folder) { CollectsAsServer = properties.TryGetProperty("System.GC.Server", out var server) && server.GetBoolean() };
    }

    public Task<RunningHost> Start(DemoDatabase data, IReadOnlyDictionary<string, string>? environment = null) =>
        RunningHost.Start([Path.Combine(_folder, "DigiSam.Web.dll"), "--data", data.Folder, "--urls", "http://127.0.0.1:0"], environment ?? new Dictionary<string, string>());
}
