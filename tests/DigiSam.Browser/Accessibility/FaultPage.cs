using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>The page that comes when the program has a fault, made by a host with a planted one and shown among the pages of another.</summary>
internal static class FaultPage
{
    public const string Address = "/planterat-fel";

    private static readonly Lazy<Task<string>> Html = new(Made);

    public static async Task ShowTo(IPage page)
    {
        var html = await Html.Value;
        await page.RouteAsync($"**{Address}", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
    }

    private static async Task<string> Made()
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDigiSam(DatabaseOptions.InFolder(folder.Path), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder)).AddWeb(builder.Configuration);
        await using var app = builder.Build();
        app.UseWeb();
        app.MapGet(Address, string () => throw new InvalidOperationException("planted")).AllowAnonymous();
        await app.StartAsync();
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(new Uri(app.Urls.Single()), Address));
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
