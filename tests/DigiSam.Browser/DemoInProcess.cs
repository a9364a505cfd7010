using System.Net;
using System.Text.RegularExpressions;
using DigiSam.Browser.Paths;
using DigiSam.Demo;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigiSam.Browser;

/// <summary>A host of the demo in this process, for tests that read pages without a browser.</summary>
internal sealed partial class DemoInProcess : IAsyncDisposable
{
    private readonly TemporaryFolder _data;
    private readonly WebApplication _app;

    private DemoInProcess(TemporaryFolder data, WebApplication app)
    {
        _data = data;
        _app = app;
    }

    /// <summary>A host of a copy of the demo, answering on this computer.</summary>
    /// <param name="first">What stands before everything else that a request passes.</param>
    /// <param name="processes">The process definitions; those that come with the program when nothing is said.</param>
    public static async Task<DemoInProcess> Start(DemoFolder demo, Action<WebApplication>? first = null, InstalledProcesses? processes = null)
    {
        var data = await demo.Copy();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServices).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddDigiSam(DatabaseOptions.InFolder(data.Path), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder), processes).AddWeb(builder.Configuration);
        var app = builder.Build();
        first?.Invoke(app);
        app.UseWeb();
        app.MapWeb();
        await app.StartAsync();
        return new DemoInProcess(data, app);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>A client that is signed in as one of the demo's people.</summary>
    public async Task<HttpClient> SignedIn(string person)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.Single()) };
        var page = await client.GetStringAsync(new Uri("/logga-in", UriKind.Relative));
        await using var scope = _app.Services.CreateAsyncScope();
        var visitor = (await scope.ServiceProvider.GetRequiredService<DemoSignIn>().People()).Single(listed => listed.Name == person);
        using var form = new FormUrlEncodedContent([new("skydd", Token().Match(page).Groups["value"].Value), new("person", $"{visitor.PersonId}"), new("tillbaka", "/")]);
        using var answer = await client.PostAsync(new Uri("/logga-in/demo", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Every address of the host.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public async Task<T> InDatabase<T>(Func<DigiSamContext, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DigiSamContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    [GeneratedRegex("name=\"skydd\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
