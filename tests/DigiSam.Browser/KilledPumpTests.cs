using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Tests.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Browser;

/// <summary>Hosts that are killed around the time a timer is due, and one of two that share a server: nothing is lost, nothing done twice.</summary>
public sealed class KilledPumpTests
{
    private readonly int _year = DateTime.Today.Year - 1;

    [Fact]
    public async Task A_host_that_is_killed_before_a_timer_is_due_and_one_just_after_leave_it_to_be_acted_on_once()
    {
        using var data = new TemporaryFolder();
        await using var years = await OverdueYears.Make(DatabaseOptions.InFolder(data.Path), units: 20, _year + 2);
        var due = DateTimeOffset.UtcNow.AddSeconds(20);
        Assert.Equal(20, await years.InDatabase(database => database.ProcessTimers.Where(timer => timer.StepKey == "plan").ExecuteUpdateAsync(change => change.SetProperty(timer => timer.DueAt, due))));
        await years.InDatabase(database => database.ProcessSteps.Where(step => step.Key == "plan").ExecuteUpdateAsync(change => change.SetProperty(step => step.OpensOn, new DateOnly(_year, 1, 7))));

        await using (var before = HostProcess.On(data))
        {
            await before.Address();
            Assert.True(DateTimeOffset.UtcNow < due, "The host took too long to start.");
            await before.Kill();
        }

        Assert.Equal(0, await Opened(years));
        await Task.Delay(due - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(50));
        for (var kill = 0; kill < 3; kill++)
        {
            await using var after = HostProcess.On(data);
            await after.Address();
            await Task.Delay(150 * kill);
            await after.Kill();
        }

        await using var last = HostProcess.On(data);
        await last.Address();
        for (var patience = 0; patience < 120 && await years.Due() > 0; patience++)
            await Task.Delay(250);
        Assert.Equal((0, 20), (await years.Due(), await Opened(years)));
    }

    [Fact]
    public async Task Of_two_hosts_on_one_server_one_is_killed_at_work_and_every_timer_is_acted_on_once()
    {
        Assert.SkipWhen(Cluster.Programs is null, "PostgreSQL:s program (initdb, postgres) finns inte på den här datorn.");
        var cluster = await Cluster.OfThisRun;
        var connection = await cluster.Create();
        using var data = new TemporaryFolder();
        await using var years = await OverdueYears.Make(DatabaseOptions.ByConnection(connection), units: 300, _year);
        var whole = await years.Due();

        await using var one = HostProcess.With(HostProcess.Dll, "--db", connection, "--data", data.Path, "--urls", "http://127.0.0.1:0");
        await using var other = HostProcess.With(HostProcess.Dll, "--db", connection, "--data", data.Path, "--urls", "http://127.0.0.1:0");
        await Task.WhenAll(one.Address(), other.Address());
        int left;
        while ((left = await years.Due()) >= whole)
            await Task.Delay(10);
        await one.Kill();
        Assert.True(left > 0, "The hosts had done everything before one could be killed.");

        for (var patience = 0; patience < 480 && await years.Due() > 0; patience++)
            await Task.Delay(250);
        Assert.Equal(0, await years.Due());
        await years.OnceEach();
        TestContext.Current.SendDiagnosticMessage($"Of {whole} timers {left} were left when one of two hosts was killed; the other acted on the rest.");
    }

    private static Task<int> Opened(OverdueYears years) => years.InDatabase(database =>
        database.ProcessEvents.CountAsync(happened => happened.Kind == ProcessEventKind.StepOpened && happened.StepKey == "plan"));
}
