using DigiSam.Access;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.SamYears;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Processes;

/// <summary>Whose a task is: decided by the roles people hold on the day they look.</summary>
public sealed class MyTasksTests : IAsyncLifetime
{
    private School _school = null!;

    public async ValueTask InitializeAsync()
    {
        _school = await School.On(new DateOnly(2026, 12, 1));
        await _school.Start(2027);
        _school.GoTo(new DateOnly(2027, 1, 7));
        await _school.Pump.RunOnce(default);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task The_manager_has_the_step_and_the_safety_rep_a_part_in_it_each_with_a_link()
    {
        var manager = Assert.Single(await _school.Tasks(_school.Manager));
        Assert.Equal(
            (InboxTaskKind.Step, "Björkskolan: planera SAM-året 2027.", $"/sam-aret?plats={_school.Unit}&ar=2027#steg-plan", new DateOnly(2027, 2, 15), false),
            (manager.Kind, manager.Text, manager.Link, manager.DueOn, manager.IsOverdue));
        Assert.Equal("Björkskolan: var med och planera SAM-året 2027. Svara sedan Har medverkat eller Avstår.", Assert.Single(await _school.Tasks(_school.SafetyRep)).Text);
        Assert.Empty(await _school.Tasks(_school.Head));
        Assert.Empty(await _school.Tasks(_school.Hr));
    }

    [Fact]
    public async Task A_new_manager_takes_the_tasks_over_on_their_first_day()
    {
        var next = await _school.Installed.PersonWith(Role.Manager, _school.Unit, new DateOnly(2027, 1, 20));
        await End(_school.Manager, new DateOnly(2027, 1, 19));

        _school.GoTo(new DateOnly(2027, 1, 19));
        Assert.Single(await _school.Tasks(_school.Manager));
        Assert.IsType<Outcome<IReadOnlyList<MyTask>>.Denied>(await _school.Installed.SendAs(next, new MyTasks()));
        _school.GoTo(new DateOnly(2027, 1, 20));
        Assert.Single(await _school.Tasks(next));
        Assert.IsType<Outcome<IReadOnlyList<MyTask>>.Denied>(await _school.Installed.SendAs(_school.Manager, new MyTasks()));
    }

    [Fact]
    public async Task While_a_unit_has_no_manager_the_nearest_above_has_its_tasks()
    {
        await End(_school.Manager, new DateOnly(2027, 1, 9));
        _school.GoTo(new DateOnly(2027, 1, 11));
        Assert.Equal("Björkskolan: planera SAM-året 2027.", Assert.Single(await _school.Tasks(_school.Head)).Text);
    }

    [Fact]
    public async Task A_reminder_stands_in_place_of_the_task_and_the_head_is_told_when_it_is_late()
    {
        foreach (var day in new[] { new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 12) })
        {
            _school.GoTo(day);
            await _school.Pump.RunOnce(default);
        }

        var task = Assert.Single(await _school.Tasks(_school.Manager), task => task.Link.EndsWith("#steg-plan", StringComparison.Ordinal));
        Assert.Equal((InboxTaskKind.Reminder, "Björkskolan: planera SAM-året 2027 senast 15 februari 2027. Det här är en påminnelse."), (task.Kind, task.Text));

        _school.GoTo(new DateOnly(2027, 2, 22));
        await _school.Pump.RunOnce(default);
        var escalation = Assert.Single(await _school.Tasks(_school.Head));
        Assert.Equal("Björkskolan är försenad med att planera SAM-året 2027. Det skulle vara klart 15 februari 2027. Prata med chefen om vad som hindrar.", escalation.Text);
        Assert.True(escalation.IsOverdue);
    }

    [Fact]
    public async Task An_escalation_passes_over_the_one_who_is_late_also_in_another_role()
    {
        await End(_school.Head, new DateOnly(2027, 1, 31));
        await Hold(_school.Manager, _school.Administration, new DateOnly(2027, 2, 1));
        var director = await _school.Installed.PersonWith(Role.Manager, await _school.Installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync()));
        _school.GoTo(new DateOnly(2027, 2, 22));
        await _school.Pump.RunOnce(default);

        Assert.Equal(InboxTaskKind.Escalation, Assert.Single(await _school.Tasks(director)).Kind);
        Assert.DoesNotContain(await _school.Tasks(_school.Manager), task => task.Kind == InboxTaskKind.Escalation);
    }

    [Fact]
    public async Task With_nobody_above_the_escalation_is_noted_and_goes_to_no_one()
    {
        await End(_school.Head, new DateOnly(2027, 1, 31));
        _school.GoTo(new DateOnly(2027, 2, 22));
        await _school.Pump.RunOnce(default);

        Assert.Equal(1, await _school.Installed.InDatabase(database => database.ProcessEvents.CountAsync(happened => happened.Kind == ProcessEventKind.NobodyToEscalateTo)));
    }

    [Fact]
    public async Task What_the_safety_rep_has_answered_no_longer_waits_for_them()
    {
        await _school.As(_school.SafetyRep, new StateStepInvolvement(_school.Unit, 2027, "plan", Guid.NewGuid(), TookPart: true, null));
        Assert.Empty(await _school.Tasks(_school.SafetyRep));
        Assert.Single(await _school.Tasks(_school.Manager));
    }

    private Task<int> End(Guid person, DateOnly lastDay) => _school.Installed.InDatabase(async database =>
    {
        foreach (var held in await database.RoleAssignments.Where(held => held.PersonId == person).ToListAsync())
            held.End(lastDay);
        return await database.SaveChangesAsync();
    });

    private Task<int> Hold(Guid person, Guid place, DateOnly from) => _school.Installed.InDatabase(database =>
    {
        database.RoleAssignments.Add(new RoleAssignment(person, Role.Manager, place, from));
        return database.SaveChangesAsync();
    });
}
