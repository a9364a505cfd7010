using System.Globalization;
using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Tests.SamYears;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Processes;

/// <summary>Whose a step for the one above is, and who is told when they are late.</summary>
public sealed class EscalationTests : IAsyncLifetime
{
    private School _school = null!;
    private Guid _director;

    public async ValueTask InitializeAsync()
    {
        _school = await School.On(new DateOnly(2027, 3, 1));
        _director = await _school.Installed.PersonWith(Role.Manager, await _school.Installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync()));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task What_the_head_lets_lie_is_told_to_the_head_of_the_head_and_not_to_them()
    {
        await Start("change-asked");
        Assert.Equal("Björkskolan: Ändring begärd, klart senast 15 mars 2027.", Assert.Single(await _school.Tasks(_school.Head)).Text);
        Assert.Empty(await _school.Tasks(_school.Manager));

        foreach (var day in new[] { "2027-03-12", "2027-03-16" })
        {
            _school.GoTo(DateOnly.Parse(day, CultureInfo.InvariantCulture));
            await _school.Pump.RunOnce(default);
        }

        Assert.DoesNotContain(await _school.Tasks(_school.Head), task => task.Kind == InboxTaskKind.Escalation);
        Assert.Equal("Björkskolan är försenad: Ändring begärd. Det skulle vara klart 15 mars 2027.", Assert.Single(await _school.Tasks(_director)).Text);
    }

    [Fact]
    public async Task What_stands_still_waits_for_nobody_and_is_there_again_when_it_goes_on()
    {
        var process = await Start("offered");
        Assert.Single(await _school.Tasks(_school.Manager));
        await _school.As(_school.Hr, new SuspendProcess(_school.Unit, process, "Omorganisation."));
        Assert.Empty(await _school.Tasks(_school.Manager));
        await _school.As(_school.Hr, new ResumeProcess(_school.Unit, process));
        Assert.Single(await _school.Tasks(_school.Manager));
    }

    private async Task<Guid> Start(string state)
    {
        await using var scope = _school.Installed.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().PersonId = InstallationSetup.Timekeeper;
        var definition = scope.ServiceProvider.GetRequiredService<InstalledProcesses>().Newest("task-allocation");
        var id = await scope.ServiceProvider.GetRequiredService<IProcesses>().Start(definition, new ProcessSubject(2027, _school.Unit, Guid.NewGuid(), At: state), default);
        await scope.ServiceProvider.GetRequiredService<DigiSamContext>().SaveChangesAsync();
        return id;
    }
}
