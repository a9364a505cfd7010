using System.Data;
using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.SamYears;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.PostgreSql;

/// <summary>What works with one process at a time comes one after the other, though a person's command does not run as if it were alone.</summary>
public sealed class HeldProcessTests
{
    private const int Year = 2027;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_closes_a_step_waits_for_a_reminder_that_is_being_laid_and_takes_it_away()
    {
        await using var school = await WithReminderDue();
        Task<Nothing> closing;
        await using (var host = school.Installed.Services.CreateAsyncScope())
        {
            host.ServiceProvider.GetRequiredService<CurrentActor>().PersonId = InstallationSetup.Operator;
            var database = host.ServiceProvider.GetRequiredService<DigiSamContext>();
            await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, Stop);
            Assert.True(await host.ServiceProvider.GetRequiredService<IProcesses>().ActOnDue(100, Stop) > 0);
            await database.SaveChangesAsync(Stop);
            closing = school.As(school.Manager, new CloseStep(school.Unit, Year, "investigate"));
            Assert.NotSame(closing, await Task.WhenAny(closing, Task.Delay(500, Stop)));
            await transaction.CommitAsync(Stop);
        }

        await closing;
        Assert.Equal(0, await school.Installed.InDatabase(database => database.InboxTasks.CountAsync(task => task.StepKey == "investigate" && task.DoneAt == null, Stop)));
        Assert.True(await school.Installed.InDatabase(database => database.InboxTasks.AnyAsync(task => task.StepKey == "investigate" && task.Kind == InboxTaskKind.Reminder, Stop)));
    }

    [Fact]
    public async Task A_timer_that_had_begun_before_a_step_was_closed_is_run_again()
    {
        await using var school = await WithReminderDue();
        await using var host = school.Installed.Services.CreateAsyncScope();
        var database = host.ServiceProvider.GetRequiredService<DigiSamContext>();
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, Stop);
        Assert.NotEqual(0, await database.ProcessTimers.CountAsync(Stop)); // From here on it sees the database as it is now.
        await school.As(school.Manager, new CloseStep(school.Unit, Year, "investigate"));
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => host.ServiceProvider.GetRequiredService<IProcesses>().ActOnDue(100, Stop));
        Assert.True(host.ServiceProvider.GetRequiredService<DatabaseEngine>().TriesAfter(fault) > 0, fault.ToString());
    }

    [Fact]
    public async Task Who_read_before_another_held_and_wants_to_hold_after_is_run_again()
    {
        await using var school = await WithReminderDue();
        var ids = await school.Installed.InDatabase(database => database.Processes.Select(process => process.Id).ToListAsync(Stop));
        await using var early = school.Installed.Services.CreateAsyncScope();
        var (database, engine) = (early.ServiceProvider.GetRequiredService<DigiSamContext>(), early.ServiceProvider.GetRequiredService<DatabaseEngine>());
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, Stop);
        Assert.NotEqual(0, await database.Processes.CountAsync(Stop));
        await school.Installed.InDatabase(async other =>
        {
            await engine.Hold(other, nameof(DigiSamContext.Processes), ids, Stop);
            return 0;
        });
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => engine.Hold(database, nameof(DigiSamContext.Processes), ids, Stop));
        Assert.True(engine.TriesAfter(fault) > 0, fault.ToString());
    }

    [Fact]
    public async Task Of_eight_who_close_a_step_at_once_one_does_and_the_others_are_told()
    {
        await using var school = await WithReminderDue();
        var people = new List<Guid> { school.Manager };
        while (people.Count < 8)
            people.Add(await school.Installed.PersonWith(Role.Manager, school.Unit));
        var answers = await Task.WhenAll(people.Select(person => Task.Run(() => school.Installed.SendAs(person, new CloseStep(school.Unit, Year, "investigate")))));
        Assert.Single(answers.OfType<Outcome<Nothing>.Done>());
        Assert.Equal(7, answers.OfType<Outcome<Nothing>.Broken>().Count(told => told.Rule == nameof(StepIsClosedAlready)));
        Assert.Equal(1, await school.Installed.InDatabase(database => database.ProcessEvents.CountAsync(happened => happened.StepKey == "investigate" && happened.Kind == ProcessEventKind.StepClosed, Stop)));
    }

    private static async Task<School> WithReminderDue()
    {
        var school = await School.On(new DateOnly(Year - 1, 12, 1));
        await school.Start(Year);
        await school.Pump.RunOnce(Stop);
        school.GoTo(new DateOnly(Year, 6, 1));
        await school.Pump.RunOnce(Stop);
        school.GoTo(new DateOnly(Year, 10, 25));
        return school;
    }
}
