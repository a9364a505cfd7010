using System.Net;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace DigiSam.Browser;

/// <summary>Hosts made of the same parts with a fault planted in them.</summary>
public sealed class ClosedByDefaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_address_that_does_not_say_who_may_use_it_is_closed()
    {
        await using var app = Build();
        app.UseWeb();
        app.MapGet("/forgotten", () => "secret");
        app.MapGet("/said", () => "open").AllowAnonymous();

        Assert.Equal((HttpStatusCode.OK, "open"), await Ask(app, "/said"));
        var (status, text) = await Ask(app, "/forgotten");
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A host whose database was never made.</summary>
    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDigiSam(DatabaseOptions.InFolder(Path.Combine(_folder.Path, "missing")), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder)).AddWeb(builder.Configuration);
        return builder.Build();
    }

    private static async Task<(HttpStatusCode Status, string Text)> Ask(WebApplication app, string address)
    {
        if (app.Urls.All(url => url.EndsWith(":0", StringComparison.Ordinal)))
            await app.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
