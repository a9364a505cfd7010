using DigiSam.Demo;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Web;
using DigiSam.Web.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigiSam.Browser;

/// <summary>A host fills a database only while it has it alone.</summary>
public sealed class DemoHostClaimTests : IAsyncLifetime
{
    private const string Urls = "http://127.0.0.1:0";

    private readonly TemporaryFolder _folder = new();

    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDigiSam(DatabaseOptions.InFolder(_folder.Path), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder)).AddWeb(builder.Configuration);
        _app = builder.Build();
        await _app.Services.GetRequiredService<InstallationSetup>().Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_demo_is_not_made_beside_another_process()
    {
        await using var claim = new SeenClaim(becomesAlone: false, IsDemo);
        var refused = await Assert.ThrowsAsync<DemoNotMadeException>(() => DemoHost.Prepare(_app, HostArguments.Read(["--demo"]), Urls, claim));
        Assert.StartsWith($"Demon skapades inte: databasen ({_folder.Path}) används av en annan DigiSam-värd", refused.Message, StringComparison.Ordinal);
        Assert.False(await IsDemo());
    }

    [Fact]
    public async Task A_demo_is_made_alone_and_others_are_let_in_when_it_is_whole()
    {
        await using var claim = new SeenClaim(becomesAlone: true, IsDemo);
        Assert.True(await DemoHost.Prepare(_app, HostArguments.Read(["--demo"]), Urls, claim));
        Assert.Equal(["alone: demo False", "among others: demo True"], claim.Seen);
    }

    private async Task<bool> IsDemo()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoState>().IsDemo();
    }

    private sealed class SeenClaim(bool becomesAlone, Func<Task<bool>> isDemo) : DatabaseClaim
    {
        public List<string> Seen { get; } = [];

        public override bool IsAlone => false;

        public override async Task<bool> BecomeAlone(CancellationToken stop)
        {
            Seen.Add($"alone: demo {await isDemo()}");
            return becomesAlone;
        }

        public override async Task BeAmongOthers(CancellationToken stop) => Seen.Add($"among others: demo {await isDemo()}");

        public override Task<bool> Renew(CancellationToken stop) => Task.FromResult(true);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
