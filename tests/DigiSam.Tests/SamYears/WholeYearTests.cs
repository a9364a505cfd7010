using DigiSam.Language;
using DigiSam.Processes;
using DigiSam.SamYears;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.SamYears;

/// <summary>A year of a unit as time brings it: the pump runs each morning, twice at once, and the host is restarted on the way.</summary>
public sealed class WholeYearTests
{
    [Fact]
    public async Task Thirteen_months_open_remind_and_escalate_once_each_on_their_days_although_the_pump_runs_twice_and_the_host_restarts()
    {
        await using var school = await School.On(new DateOnly(2026, 12, 1));
        await school.Start(2027);
        Assert.Empty(await school.Tasks(school.Manager));

        var opened = new Dictionary<string, DateOnly>();
        for (var day = new DateOnly(2026, 12, 2); day <= new DateOnly(2028, 2, 20); day = day.AddDays(1))
        {
            school.GoTo(day);
            if (day.Day == 15)
                await RestartAndPump(school);
            else
                await Task.WhenAll(school.Pump.RunOnce(default), school.Pump.RunOnce(default));
            if (day == new DateOnly(2027, 11, 8))
                await school.As(school.Manager, new CloseStep(school.Unit, 2027, "investigate"));
            if (day.Day is 1 or 2 or 7 or 8)
            {
                foreach (var step in (await school.Read(2027)).Steps.Where(step => step.State != StepState.Waiting))
                    opened.TryAdd(step.Key, day);
            }
        }

        Assert.Equal(
            [
                ("plan", new DateOnly(2027, 1, 7)), ("investigate", new DateOnly(2027, 2, 1)), ("assess", new DateOnly(2027, 2, 1)),
                ("act", new DateOnly(2027, 2, 1)), ("follow-up", new DateOnly(2027, 3, 1)), ("improve", new DateOnly(2027, 11, 8)),
            ],
            opened.Select(step => (step.Key, step.Value)));
        var steps = opened.Keys.ToList();
        var tasks = await school.Installed.InDatabase(database => database.InboxTasks.AsNoTracking().Where(task => steps.Contains(task.StepKey!)).ToListAsync());
        Assert.All(steps, step =>
        {
            var of = tasks.Where(task => task.StepKey == step).ToList();
            Assert.Single(of, task => task.Kind == InboxTaskKind.Step);
            Assert.Single(of, task => task.Kind == InboxTaskKind.Part);
            Assert.Equal(2, of.Count(task => task.Kind == InboxTaskKind.Reminder));
        });
        Assert.Equal(steps.Count, tasks.Count(task => task.Kind == InboxTaskKind.Escalation));
        Assert.All(tasks.Where(task => task.Kind is InboxTaskKind.Reminder or InboxTaskKind.Escalation), task =>
            Assert.False(QuietDays.Includes(SwedishDate.DateIn(task.CreatedAt))));
        Assert.Equal(0, await school.Installed.InDatabase(database => database.ProcessTimers.CountAsync(timer => timer.DoneAt == null && steps.Contains(timer.StepKey))));
    }

    [Fact]
    public async Task A_host_that_was_down_for_a_month_acts_on_everything_once_when_it_comes_back()
    {
        await using var school = await School.On(new DateOnly(2026, 12, 1));
        await school.Start(2027);
        school.GoTo(new DateOnly(2027, 3, 20));

        var acted = await Task.WhenAll(school.Pump.RunOnce(default), school.Pump.RunOnce(default));

        Assert.Equal(5 + 1, acted.Sum()); // five steps opened, and one of them was late at once
        Assert.Equal(["act", "assess", "follow-up", "investigate", "plan"], (await OpenSteps(school)).Order());
        Assert.True((await school.Step(2027, "plan")).IsOverdue);
        Assert.Equal(0, await school.Pump.RunOnce(default));
    }

    [Fact]
    public async Task A_closed_step_leaves_no_task_and_no_timer_behind_and_a_reopened_one_has_them_again()
    {
        await using var school = await School.On(new DateOnly(2027, 1, 20));
        await school.Start(2027);
        await school.As(school.Manager, new StateRepAbsence(school.Unit, 2027, "plan", Guid.NewGuid(), "Inget ombud är valt."));
        Assert.Single(await school.Tasks(school.Manager));

        await school.As(school.Manager, new CloseStep(school.Unit, 2027, "plan"));
        Assert.Empty(await school.Tasks(school.Manager));
        Assert.Empty(await school.Tasks(school.SafetyRep));
        Assert.DoesNotContain(await Pending(school), timer => timer.StepKey == "plan");

        await school.As(school.Manager, new ReopenStep(school.Unit, 2027, "plan"));
        Assert.Equal("Björkskolan: planera SAM-året 2027.", Assert.Single(await school.Tasks(school.Manager)).Text);
        Assert.All((await Pending(school)).Where(timer => timer.StepKey == "plan"), timer => Assert.Equal(2, timer.Revision));
        Assert.Equal(4, (await Pending(school)).Count(timer => timer.StepKey == "plan"));
    }

    private static async Task RestartAndPump(School school)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(school.Installed.Clock)
            .AddDigiSam(school.Installed.Database, Installed.Definitions)
            .BuildServiceProvider();
        await services.GetRequiredService<TimerPump>().RunOnce(default);
    }

    private static async Task<List<string>> OpenSteps(School school) =>
        [.. (await school.Read(2027)).Steps.Where(step => step.State == StepState.Open).Select(step => step.Key)];

    private static Task<List<ProcessTimer>> Pending(School school) =>
        school.Installed.InDatabase(database => database.ProcessTimers.AsNoTracking().Where(timer => timer.DoneAt == null).ToListAsync());
}
