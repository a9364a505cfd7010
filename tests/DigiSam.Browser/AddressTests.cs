using System.Net;

namespace DigiSam.Browser;

public sealed class AddressTests(SharedHost host) : IClassFixture<SharedHost>, IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = host.Address };

    [Theory]
    [InlineData("/finns/inte")]
    [InlineData("/rapport?ar=2024")]
    [InlineData("/health/mer")]
    [InlineData("/appsettings.json")]
    [InlineData("/_framework/finns/inte.js")]
    public async Task An_unknown_page_is_said_to_be_unknown_in_Swedish(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"sv\">", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Sidan finns inte</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_OK_and_nothing_more()
    {
        using var answer = await _client.GetAsync(new Uri("/health", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("OK", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/app.css")]
    [InlineData("/finns/inte")]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.All(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => Assert.StartsWith("digisam-formular=", cookie, StringComparison.Ordinal));
    }

    public void Dispose() => _client.Dispose();
}
