using System.Net;
using System.Text.RegularExpressions;
using DigiSam.Browser.Paths;

namespace DigiSam.Browser;

/// <summary>A long list is turned by its links, as a reader does it.</summary>
public sealed partial class LongListTests(DemoFolder demo) : IAsyncLifetime
{
    private DemoInProcess _host = null!;
    private HttpClient _samira = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await DemoInProcess.Start(demo);
        _samira = await _host.SignedIn("Samira Haddad");
    }

    public async ValueTask DisposeAsync()
    {
        _samira.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("/risker?lage=alla", "risker")]
    [InlineData("/risker?lage=alla&sort=enhet", "risker")]
    [InlineData("/atgarder?visa=alla", "atgarder")]
    [InlineData("/atgarder?visa=alla&sort=atgard", "atgarder")]
    public async Task The_next_page_has_other_rows_and_the_way_back_leads_to_the_first(string address, string list)
    {
        var first = await Page(address);
        Assert.Contains("1–50 av", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Föregående", first, StringComparison.Ordinal);
        var second = await Page(Link(first, "next"));
        Assert.Contains("51–100 av", second, StringComparison.Ordinal);
        Assert.Empty(Rows(first, list).Intersect(Rows(second, list)));
        Assert.Equal(50, Rows(second, list).Count);
        var back = await Page(Link(second, "prev"));
        Assert.Equal(Rows(first, list), Rows(back, list));
    }

    [Fact]
    public async Task Another_place_begins_with_its_first_page()
    {
        var second = await Page(Link(await Page("/risker?lage=alla"), "next"));
        Assert.DoesNotContain("name=\"fran\"", second, StringComparison.Ordinal);
        Assert.Contains("name=\"lage\"", second, StringComparison.Ordinal);
    }

    private async Task<string> Page(string address) =>
        WebUtility.HtmlDecode(await _samira.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    private static string Link(string page, string rel) =>
        Regex.Match(page, $"rel=\"{rel}\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["address"].Value;

    /// <summary>The ids of the rows of the register's table.</summary>
    private static List<string> Rows(string page, string list) =>
        [.. Row().Matches(page[page.IndexOf("<tbody", StringComparison.Ordinal)..]).Where(row => row.Groups["list"].Value == list).Select(row => row.Groups["id"].Value)];

    [GeneratedRegex("<th[^>]*>\\s*<a href=\"/(?<list>[a-z]+)/(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
