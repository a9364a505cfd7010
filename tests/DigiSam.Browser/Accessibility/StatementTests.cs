using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigiSam.Browser.Accessibility;

/// <summary>The accessibility statement is the municipality's own: its name, and whom to tell.</summary>
public sealed class StatementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("tillganglighet@huddinge.se", "Kontakt: <a href=\"mailto:tillganglighet@huddinge.se\">tillganglighet@huddinge.se</a>")]
    [InlineData("https://www.huddinge.se/kontakt", "Kontakt: <a href=\"https://www.huddinge.se/kontakt\">https://www.huddinge.se/kontakt</a>")]
    [InlineData("servicecenter, 08-535 300 00", "Kontakt: <strong>servicecenter, 08-535 300 00</strong>")]
    [InlineData("javascript:alert(1)@huddinge.se", "Kontakt: <strong>javascript:alert(1)@huddinge.se</strong>")]
    [InlineData("  ", "Kontakta Huddinge kommuns systemförvaltare.")]
    [InlineData(null, "Kontakta Huddinge kommuns systemförvaltare.")]
    public async Task It_says_whose_it_is_and_whom_to_tell(string? contact, string said)
    {
        var page = await Read(contact);
        Assert.Contains("Huddinge kommun står bakom", page, StringComparison.Ordinal);
        Assert.Contains($"<p id=\"kontakt\">{said}</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_has_the_parts_that_such_a_statement_has()
    {
        var page = await Read(null);
        foreach (var part in new[] { "lagen (2018:1937) om tillgänglighet till digital offentlig service", "Kända brister", "Tabellen över enheternas SAM-år", "Berätta om en brist", "Tillsyn", "Så har vi prövat", "ändrades senast" })
            Assert.Contains(part, page, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task<string> Read(string? contact)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Contact:Accessibility"] = contact;
        builder.Services.AddDigiSam(DatabaseOptions.InFolder(_folder.Path), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder)).AddWeb(builder.Configuration);
        await using var app = builder.Build();
        await app.Services.GetRequiredService<InstallationSetup>().Open("Huddinge kommun");
        app.UseWeb();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        using var client = new HttpClient();
        var page = await client.GetStringAsync(new Uri(new Uri(app.Urls.Single()), "/tillganglighet"));
        return System.Net.WebUtility.HtmlDecode(page);
    }
}
