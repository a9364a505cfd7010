using System.Net;
using System.Text.RegularExpressions;
using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DigiSam.Browser;

/// <summary>The cookie over time: a host in this process, whose clock the tests set.</summary>
public sealed partial class SessionTests : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    private WebApplication _app = null!;

    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        await PeopleWithAccounts.AddTo(_data);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServices).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddDigiSam(DatabaseOptions.InFolder(_data.Path), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder)).AddWeb(builder.Configuration);
        _app = builder.Build();
        _app.UseWeb();
        _app.MapWeb();
        _app.MapGet("/stangd", () => "hemligt");
        await _app.StartAsync();
        _client = Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    [Fact]
    public async Task A_session_lasts_eight_hours_from_when_it_was_last_used()
    {
        await SignIn();
        for (var use = 0; use < 3; use++)
        {
            _clock.Advance(TimeSpan.FromHours(7));
            Assert.True(await IsSignedIn());
        }

        _clock.Advance(TimeSpan.FromHours(8.1));
        Assert.False(await IsSignedIn());
    }

    [Fact]
    public async Task A_new_stamp_on_the_account_ends_its_sessions_within_a_minute()
    {
        await SignIn();
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            Assert.True((await accounts.UpdateSecurityStampAsync((await accounts.FindByNameAsync("anna.berg"))!)).Succeeded);
        }

        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.False(await IsSignedIn());
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_alone_and_secure_behind_https()
    {
        var plain = await SignIn();
        Assert.Contains("httponly", plain, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", plain, StringComparison.Ordinal);

        using var behindProxy = Client();
        behindProxy.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var page = await behindProxy.GetAsync(new Uri("/logga-in", UriKind.Relative));
        Assert.Contains("secure", Assert.Single(page.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_address_asks_to_sign_in_and_opens_after()
    {
        var asked = await _client.GetAsync(new Uri("/stangd?a=%C3%A5", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal("/logga-in?tillbaka=%2Fstangd%3Fa%3D%25C3%25A5", asked.Headers.Location!.PathAndQuery);
        await SignIn();
        Assert.Equal("hemligt", await _client.GetStringAsync(new Uri("/stangd", UriKind.Relative)));
    }

    [Theory]
    [InlineData("/logga-in")]
    [InlineData("/logga-ut")]
    public async Task A_form_that_this_host_did_not_hand_out_does_nothing(string address)
    {
        await SignIn();
        using var form = new FormUrlEncodedContent([new("_handler", "logga-in"), new("anvandarnamn", "bo.ek"), new("losenord", PeopleWithAccounts.Password)]);
        using var answer = await _client.PostAsync(new Uri(address, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Sidan är för gammal", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await IsSignedIn());
    }

    [Fact]
    public async Task A_character_that_no_database_should_keep_is_refused_before_anyone_reads_it()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync(new Uri("/risker?sok=%00", UriKind.Relative))).StatusCode);
        using var form = new MultipartFormDataContent { { new StringContent("logga-in"), "_handler" }, { new StringContent("anna\0berg"), "anvandarnamn" } };
        using var answer = await _client.PostAsync(new Uri("/logga-in", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("ett tecken som inte går att spara", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_cannot_sign_anyone_out()
    {
        await SignIn();
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(new Uri("/logga-ut", UriKind.Relative))).StatusCode);
        Assert.True(await IsSignedIn());
    }

    /// <summary>Signs Anna in; the cookie as it was set.</summary>
    private async Task<string> SignIn()
    {
        var address = new Uri("/logga-in", UriKind.Relative);
        var token = Token().Match(await _client.GetStringAsync(address)).Groups["value"].Value;
        using var form = new FormUrlEncodedContent([new("_handler", "logga-in"), new("skydd", token), new("anvandarnamn", "anna.berg"), new("losenord", PeopleWithAccounts.Password)]);
        using var answer = await _client.PostAsync(address, form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("digisam=", StringComparison.Ordinal));
    }

    private async Task<bool> IsSignedIn() =>
        (await _client.GetStringAsync(new Uri("/", UriKind.Relative))).Contains("Logga ut", StringComparison.Ordinal);

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.Single()) };

    [GeneratedRegex("name=\"skydd\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
