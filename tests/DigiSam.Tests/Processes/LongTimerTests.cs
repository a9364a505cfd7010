using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears.Guards;
using DigiSam.Tests.SamYears;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Processes;

/// <summary>The port with rows behind it, and the pump: long timers, July, second deliveries and timers that fail.</summary>
public sealed class LongTimerTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digisam-workflows-").FullName;
    private School _school = null!;

    public async ValueTask DisposeAsync()
    {
        await _school.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(400)]
    public async Task A_timer_of_months_falls_on_its_day_and_not_the_day_before(int days)
    {
        var process = await Begin($"+{days}d", $"+{days + 20}d", new DateOnly(2026, 12, 31), 2027);
        var opens = new DateOnly(2027, 1, 1).AddDays(days);

        _school.GoTo(opens.AddDays(-1));
        Assert.Equal(0, await _school.Pump.RunOnce(default));
        Assert.Equal(StepState.Waiting, await StateOf(process));
        _school.GoTo(opens);
        Assert.Equal(1, await _school.Pump.RunOnce(default));
        Assert.Equal(StepState.Open, await StateOf(process));
    }

    [Fact]
    public async Task A_reminder_that_would_come_in_July_comes_on_the_first_working_day_of_August()
    {
        await Begin("06-01", "07-31", new DateOnly(2026, 6, 1), 2026);
        Assert.Equal(InboxTaskKind.Step, Assert.Single(await _school.Tasks(_school.Manager)).Kind);
        for (var day = new DateOnly(2026, 7, 1); day <= new DateOnly(2026, 8, 2); day = day.AddDays(1))
        {
            _school.GoTo(day);
            await _school.Pump.RunOnce(default);
            Assert.DoesNotContain(await _school.Tasks(_school.Manager), task => task.Kind == InboxTaskKind.Reminder);
            Assert.DoesNotContain(await _school.Tasks(_school.Head), task => task.Kind == InboxTaskKind.Escalation);
        }

        _school.GoTo(new DateOnly(2026, 8, 3));
        await _school.Pump.RunOnce(default);
        var reminder = Assert.Single(await _school.Tasks(_school.Manager));
        Assert.Equal((InboxTaskKind.Reminder, true), (reminder.Kind, reminder.IsOverdue));
    }

    [Fact]
    public async Task A_timer_that_is_delivered_twice_is_acted_on_once_and_an_old_revision_not_at_all()
    {
        await Begin("+10d", "+30d", new DateOnly(2026, 12, 31), 2027);
        var timer = await _school.Installed.InDatabase(database => database.ProcessTimers.AsNoTracking().SingleAsync());
        Assert.False(await Act(timer.Id, timer.Revision)); // not due yet

        _school.GoTo(new DateOnly(2027, 1, 11));
        Assert.False(await Act(timer.Id, timer.Revision - 1));
        var acted = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Act(timer.Id, timer.Revision)));
        Assert.Single(acted, done => done);
        Assert.False(await Act(Guid.NewGuid(), 1));
    }

    [Fact]
    public async Task A_timer_that_fails_stops_no_other_and_is_tried_again_later()
    {
        await Begin("+10d", "+30d", new DateOnly(2026, 12, 31), 2027);
        await Start(_school.OtherUnit, 2027);
        var broken = await _school.Installed.InDatabase(database => database.Processes.Where(process => process.PlaceId == _school.Unit).Select(process => process.Id).SingleAsync());
        await Rename(broken, "gone");
        _school.GoTo(new DateOnly(2027, 1, 11));

        Assert.Equal(1, await _school.Pump.RunOnce(default));
        var failed = await _school.Installed.InDatabase(database => database.ProcessTimers.AsNoTracking().SingleAsync(timer => timer.ProcessId == broken));
        Assert.Equal((1, null), (failed.Failures, failed.DoneAt));
        Assert.Equal(0, await _school.Pump.RunOnce(default));

        await Rename(broken, "long-step");
        _school.Installed.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await _school.Pump.RunOnce(default));
    }

    [Fact]
    public async Task A_pump_tells_after_a_batch_that_it_is_at_work_and_not_when_nothing_is_due()
    {
        await Begin("+10d", "+30d", new DateOnly(2026, 12, 31), 2027);
        var acted = 0;
        Assert.Equal(0, await _school.Pump.RunOnce(default, () => acted++));
        Assert.Equal(0, acted);
        _school.GoTo(new DateOnly(2027, 1, 11));
        Assert.Equal(1, await _school.Pump.RunOnce(default, () => acted++));
        Assert.Equal(1, acted);
    }

    [Fact]
    public async Task Only_DigiSam_itself_acts_on_timers()
    {
        await Begin("+10d", "+30d", new DateOnly(2026, 12, 31), 2027);
        foreach (var person in new[] { _school.Manager, _school.Hr, _school.Head })
            Assert.IsType<Outcome<bool>.Denied>(await _school.Installed.SendAs(person, new ActOnTimer(Guid.NewGuid(), 1)));
    }

    private async Task<Guid> Begin(string opens, string due, DateOnly today, int year)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "long-step"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "long-step", "1.json"), $$"""
            {
              "format": 1, "key": "long-step", "version": 1, "title": "Länge", "help": "Ett enda steg.",
              "steps": [{
                "key": "only", "title": "Vänta", "help": "Vänta.", "opens": "{{opens}}", "due": "{{due}}", "reminders": ["-14d"],
                "escalation": { "after": "+1d", "to": "next-manager" },
                "human": { "role": "manager", "place": "unit" }, "guards": [], "transitions": []
              }]
            }
            """);
        _school = await School.On(today, InstalledProcesses.Read(_folder, _ => YearGuards.Names));
        return await Start(_school.Unit, year);
    }

    private async Task<Guid> Start(Guid place, int year)
    {
        await using var scope = _school.Installed.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().PersonId = InstallationSetup.Timekeeper;
        var definition = scope.ServiceProvider.GetRequiredService<InstalledProcesses>().Newest("long-step");
        var id = await scope.ServiceProvider.GetRequiredService<IProcesses>().Start(definition, new ProcessSubject(year, place), default);
        await scope.ServiceProvider.GetRequiredService<DigiSamContext>().SaveChangesAsync();
        return id;
    }

    private Task<bool> Act(Guid timer, int revision) => _school.As(InstallationSetup.Timekeeper, new ActOnTimer(timer, revision));

    private Task<int> Rename(Guid process, string key) => _school.Installed.InDatabase(database =>
        database.Processes.Where(row => row.Id == process).ExecuteUpdateAsync(change => change.SetProperty(row => row.DefinitionKey, key)));

    private Task<StepState> StateOf(Guid process) => _school.Installed.InDatabase(database =>
        database.ProcessSteps.Where(step => step.ProcessId == process).Select(step => step.State).SingleAsync());
}
