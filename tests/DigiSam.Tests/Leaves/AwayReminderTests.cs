using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Leaves;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Leaves;

/// <summary>Reminders of a step that is due on Monday 15 February, planned for 1 and 12 February, while people are away.</summary>
public sealed class AwayReminderTests : IAsyncLifetime
{
    private static readonly DateOnly Planned = new(2027, 2, 1);

    private StaffRoom _room = null!;

    public async ValueTask InitializeAsync() => _room = await StaffRoom.Open();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task With_a_stand_in_it_comes_on_its_day_and_to_them_too()
    {
        await _room.Away(_room.School.Manager, Planned, Planned.AddDays(4), _room.Colleague);
        await _room.GoTo(Planned);
        Assert.NotNull(Assert.Single(await _room.Reminders(_room.Colleague)).InsteadOf);
        Assert.Single(await _room.Reminders(_room.School.Manager));
        Assert.Equal((1, 0, 0), await Events());
    }

    [Fact]
    public async Task Without_one_it_waits_for_the_first_working_day_back()
    {
        await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 2, 5)); // a Friday
        await _room.GoTo(Planned);
        Assert.Empty(await _room.Reminders(_room.School.Manager));
        Assert.Equal((0, 1, 0), await Events());
        await _room.GoTo(new DateOnly(2027, 2, 7));
        Assert.Empty(await _room.Reminders(_room.School.Manager));
        await _room.GoTo(new DateOnly(2027, 2, 8));
        Assert.Single(await _room.Reminders(_room.School.Manager));
        Assert.Equal((1, 1, 0), await Events());
    }

    [Fact]
    public async Task When_the_last_day_falls_within_the_leave_it_comes_at_once_and_the_head_is_told()
    {
        await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 2, 19));
        await _room.GoTo(Planned);
        Assert.Single(await _room.Reminders(_room.School.Manager));
        Assert.EndsWith(InboxDesk.AwayWords, Assert.Single(await _room.Reminders(_room.School.Head)).Text, StringComparison.Ordinal);
        Assert.Empty(await _room.Reminders(_room.Director));
        Assert.Equal((1, 0, 1), await Events());
    }

    [Fact]
    public async Task When_the_stand_in_is_away_too_their_stand_in_has_it_and_after_them_the_head()
    {
        await _room.Away(_room.School.Manager, Planned, Planned.AddDays(4), _room.Colleague);
        var second = await _room.Away(_room.Colleague, Planned, Planned.AddDays(4), _room.School.Hr);
        await _room.GoTo(Planned);
        Assert.Single(await _room.Reminders(_room.School.Hr));
        Assert.Empty(await _room.Reminders(_room.School.Head));

        await _room.Away(_room.School.Hr, new DateOnly(2027, 2, 12), new DateOnly(2027, 2, 12), _room.Director);
        await _room.School.As(_room.Colleague, new ChangeLeave(second, 1, Planned, new DateOnly(2027, 2, 12), _room.School.Hr));
        await _room.Away(_room.School.Manager, new DateOnly(2027, 2, 6), new DateOnly(2027, 2, 12), _room.Colleague);
        await _room.GoTo(new DateOnly(2027, 2, 12));
        Assert.Single(await _room.Reminders(_room.School.Head));
        Assert.Empty(await _room.Reminders(_room.Director));
    }

    [Fact]
    public async Task An_escalation_comes_whoever_is_away()
    {
        await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 3, 31));
        await _room.GoTo(new DateOnly(2027, 2, 22));
        Assert.Contains(await _room.School.Tasks(_room.School.Head), task => task.Kind == InboxTaskKind.Escalation);
    }

    [Fact]
    public async Task An_escalation_passes_over_the_head_who_stands_in_for_the_one_who_is_late()
    {
        await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 3, 31), _room.School.Head);
        await _room.GoTo(new DateOnly(2027, 2, 22));
        Assert.DoesNotContain(await _room.School.Tasks(_room.School.Head), task => task.Kind == InboxTaskKind.Escalation);
        Assert.Contains(await _room.School.Tasks(_room.Director), task => task.Kind == InboxTaskKind.Escalation);
    }

    [Fact]
    public async Task The_one_above_reads_of_a_risk_whose_principal_is_away_past_its_last_day()
    {
        await _room.School.As(_room.School.Manager, new AddRisk(_room.School.Unit, Guid.CreateVersion7(), "Hala golv", "Entrén blir hal när det snöar.", RiskCategory.Premises, RiskSource.Other, _room.School.Today));
        var due = await _room.School.Installed.InDatabase(database => database.Risks.Select(risk => risk.StageDueOn!.Value).SingleAsync());
        await _room.Away(_room.School.Manager, _room.School.Today, due.AddDays(20));
        for (var day = _room.School.Today; day <= due; day = day.AddDays(1))
            await _room.GoTo(day);
        var told = Assert.Single((await _room.School.As(_room.School.Head, new MyRiskWork())).Late);
        Assert.Equal((true, 1, RiskStage.Identified), (told.IsAway, told.Count, told.Stage));
        Assert.DoesNotContain((await _room.School.As(_room.School.Head, new MyRiskWork())).Stages, stage => stage.IsReminded);
    }

    [Fact]
    public async Task One_of_two_managers_who_is_there_is_reminded_and_nobody_waits()
    {
        var deputy = await _room.School.Installed.PersonWith(Role.Manager, _room.School.Unit);
        await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 2, 5));
        await _room.GoTo(Planned);
        Assert.Single(await _room.Reminders(deputy));
        Assert.Equal((1, 0, 0), await Events());
    }

    [Fact]
    public async Task A_leave_that_ends_earlier_or_gets_a_stand_in_brings_the_reminder_back_at_once()
    {
        var leave = await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 2, 10));
        await _room.GoTo(Planned);
        await _room.GoTo(new DateOnly(2027, 2, 3));
        Assert.Empty(await _room.Reminders(_room.School.Manager));

        await _room.School.As(_room.School.Manager, new ChangeLeave(leave, 1, Planned, new DateOnly(2027, 2, 11), null));
        await _room.GoTo(new DateOnly(2027, 2, 3));
        Assert.Empty(await _room.Reminders(_room.School.Manager)); // still away: it waits anew, until the 12th
        Assert.Equal(new DateOnly(2027, 2, 12), await Waits());
        await _room.School.As(_room.School.Manager, new EndLeave(leave, 2));
        await _room.GoTo(new DateOnly(2027, 2, 3));
        Assert.Single(await _room.Reminders(_room.School.Manager));
        Assert.Null(await Waits());
    }

    [Fact]
    public async Task Of_two_managers_who_are_both_away_the_first_one_back_is_reminded_also_when_that_becomes_the_other()
    {
        var deputy = await _room.School.Installed.PersonWith(Role.Manager, _room.School.Unit);
        await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 2, 5));
        var longer = await _room.Away(deputy, Planned, new DateOnly(2027, 2, 10));
        await _room.GoTo(Planned);
        Assert.Equal(new DateOnly(2027, 2, 8), await Waits());

        await _room.GoTo(new DateOnly(2027, 2, 3));
        await _room.School.As(deputy, new EndLeave(longer, 1));
        await _room.GoTo(new DateOnly(2027, 2, 3));
        Assert.Single(await _room.Reminders(deputy));
        Assert.Equal((1, 1, 0), await Events());
        Assert.Null(await Waits());
    }

    [Fact]
    public async Task Of_two_managers_who_are_both_away_the_stand_in_of_either_is_reminded_at_once()
    {
        var deputy = await _room.School.Installed.PersonWith(Role.Manager, _room.School.Unit);
        await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 2, 5));
        var longer = await _room.Away(deputy, Planned, new DateOnly(2027, 2, 10));
        await _room.GoTo(Planned);
        await _room.GoTo(new DateOnly(2027, 2, 3));
        await _room.School.As(deputy, new ChangeLeave(longer, 1, Planned, new DateOnly(2027, 2, 9), null));
        await _room.GoTo(new DateOnly(2027, 2, 3));
        Assert.Equal(new DateOnly(2027, 2, 8), await Waits()); // still both: it waits anew for the first

        await _room.School.As(deputy, new ChangeLeave(longer, 2, Planned, new DateOnly(2027, 2, 9), _room.Colleague));
        await _room.GoTo(new DateOnly(2027, 2, 3));
        Assert.Single(await _room.Reminders(_room.Colleague));
        Assert.Null(await Waits());
    }

    [Fact]
    public async Task A_leave_that_is_stated_after_the_reminder_was_planned_counts_when_it_falls()
    {
        await _room.GoTo(new DateOnly(2027, 1, 29));
        await _room.Away(_room.School.Manager, new DateOnly(2027, 1, 30), new DateOnly(2027, 2, 2));
        await _room.GoTo(Planned);
        Assert.Empty(await _room.Reminders(_room.School.Manager));
        await _room.GoTo(new DateOnly(2027, 2, 3));
        Assert.Single(await _room.Reminders(_room.School.Manager));
    }

    [Fact]
    public async Task Leaves_that_follow_on_each_other_are_one()
    {
        await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 2, 3));
        await _room.Away(_room.School.Manager, new DateOnly(2027, 2, 4), new DateOnly(2027, 2, 9));
        await _room.GoTo(Planned);
        Assert.Equal(new DateOnly(2027, 2, 10), await Waits());
    }

    [Fact]
    public async Task Many_who_fall_due_at_once_are_looked_up_together_and_each_goes_its_own_way()
    {
        await _room.School.As(_room.School.Hr, new DigiSam.SamYears.StartSamYear(_room.School.OtherUnit, 2027));
        await _room.Away(_room.School.Manager, Planned, new DateOnly(2027, 2, 5));
        await _room.GoTo(Planned);
        Assert.Empty(await _room.Reminders(_room.School.Manager));
        Assert.Single(await _room.Reminders(_room.Colleague));
    }

    private async Task<(int Reminded, int Waits, int Above)> Events() =>
        (await _room.Events(ProcessEventKind.Reminded), await _room.Events(ProcessEventKind.ReminderWaits), await _room.Events(ProcessEventKind.RemindedAbove));

    private Task<DateOnly?> Waits() => _room.School.Installed.InDatabase(async database =>
        await database.ProcessTimers.SingleOrDefaultAsync(timer => timer.DoneAt == null && timer.Kind == TimerKind.Reminder && timer.WaitsFor != null) is { } timer
            ? DigiSam.Language.SwedishDate.DateIn(timer.DueAt)
            : (DateOnly?)null);
}
