using System.Net;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Web;
using DigiSam.Web.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DigiSam.Browser;

/// <summary>What the host tells those who watch it, when something is wrong and when nothing is.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_host_that_works_is_alive_and_ready()
    {
        await using var host = HostProcess.On(_folder);
        using var client = new HttpClient { BaseAddress = await host.Address() };
        foreach (var address in new[] { "/health", "/health/ready", "/health/live" })
            Assert.Equal("OK", await client.GetStringAsync(new Uri(address, UriKind.Relative)));
    }

    [Fact]
    public async Task A_host_without_its_database_is_alive_and_not_ready()
    {
        await using var app = Build("missing");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unavailable"), await Ask(app, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "OK"), await Ask(app, "/health/live"));
    }

    [Fact]
    public async Task A_host_whose_pump_stands_still_is_not_ready_until_it_beats_again()
    {
        await using var app = Build("data");
        await app.Services.GetRequiredService<InstallationSetup>().Open();
        await app.Services.GetRequiredService<HostClaim>().Take();
        Assert.Equal((HttpStatusCode.OK, "OK"), await Ask(app, "/health/ready"));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal((HttpStatusCode.OK, "OK"), await Ask(app, "/health/ready"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unavailable"), await Ask(app, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "OK"), await Ask(app, "/health/live"));
        app.Services.GetRequiredService<PumpBeat>().Beat();
        Assert.Equal((HttpStatusCode.OK, "OK"), await Ask(app, "/health/ready"));
    }

    [Fact]
    public async Task A_host_whose_database_is_of_another_version_is_not_ready()
    {
        await using var app = Build("data");
        await app.Services.GetRequiredService<InstallationSetup>().Open();
        await app.Services.GetRequiredService<HostClaim>().Take();
        await using (var connection = new SqliteConnection(DatabaseOptions.InFolder(Path.Combine(_folder.Path, "data")).Connection))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory)";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unavailable"), await Ask(app, "/health/ready"));
    }

    [Fact]
    public async Task A_host_that_has_lost_its_claim_is_not_ready_and_its_pump_rests_until_the_claim_is_its_own_again()
    {
        await using var app = Build("data");
        await app.Services.GetRequiredService<InstallationSetup>().Open();
        await using var database = new FickleClaim();
        var claim = app.Services.GetRequiredService<HostClaim>();
        claim.Keep(database);
        database.Renews = () => false;
        await Tick(app);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unavailable"), await Ask(app, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "OK"), await Ask(app, "/health/live"));
        database.Renews = () => true;
        await Tick(app);
        Assert.Equal((HttpStatusCode.OK, "OK"), await Ask(app, "/health/ready"));
        database.Renews = () => throw new TimeoutException();
        await Tick(app);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unavailable"), await Ask(app, "/health/ready"));
    }

    [Fact]
    public async Task The_pump_does_not_run_without_the_claim()
    {
        await using var app = Build("missing");
        await using var database = new FickleClaim { Renews = () => false };
        app.Services.GetRequiredService<HostClaim>().Keep(database);
        var beat = app.Services.GetRequiredService<PumpBeat>();
        var started = beat.Last;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Tick(app);
        Assert.Equal(started, beat.Last);
    }

    [Fact]
    public async Task A_claim_on_a_database_that_got_another_shape_meanwhile_is_not_held()
    {
        await using var app = Build("data");
        await app.Services.GetRequiredService<InstallationSetup>().Open();
        var claim = app.Services.GetRequiredService<HostClaim>();
        await claim.Take();
        Assert.True(await claim.Renew(CancellationToken.None));
        await using (var connection = new SqliteConnection(DatabaseOptions.InFolder(Path.Combine(_folder.Path, "data")).Connection))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Later', '12.0.0')";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        Assert.False(await claim.Renew(CancellationToken.None));
        Assert.False(claim.IsHeld);
    }

    [Fact]
    public void A_slow_clock_may_miss_some_beats()
    {
        var beat = new PumpBeat(_clock, TimeSpan.FromHours(1));
        _clock.Advance(TimeSpan.FromHours(4));
        Assert.True(beat.IsFresh);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(beat.IsFresh);
    }

    private static async Task Tick(WebApplication app) => await ActivatorUtilities.CreateInstance<PumpClock>(app.Services).Execute(null!);

    /// <summary>A host whose clock is ours and whose pump nothing wakes.</summary>
    private WebApplication Build(string data)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddDigiSam(DatabaseOptions.InFolder(Path.Combine(_folder.Path, data)), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder)).AddWeb(builder.Configuration);
        builder.Services.RemoveAll<IHostedService>();
        var app = builder.Build();
        app.UseWeb();
        app.MapHealth();
        return app;
    }

    private static async Task<(HttpStatusCode Status, string Text)> Ask(WebApplication app, string address)
    {
        if (app.Urls.All(url => url.EndsWith(":0", StringComparison.Ordinal)))
            await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private sealed class FickleClaim : DatabaseClaim
    {
        public Func<bool> Renews { get; set; } = () => true;

        public override bool IsAlone => false;

        public override Task<bool> BecomeAlone(CancellationToken stop) => throw new NotSupportedException();

        public override Task BeAmongOthers(CancellationToken stop) => throw new NotSupportedException();

        public override Task<bool> Renew(CancellationToken stop) => Task.FromResult(Renews());

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
