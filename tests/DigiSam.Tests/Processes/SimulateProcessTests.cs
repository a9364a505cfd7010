using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Processes;
using DigiSam.Processes.Simulation;
using DigiSam.Requests;
using DigiSam.Tests.SamYears;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Simulation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Processes;

/// <summary>The simulation of the installation's own organisation.</summary>
public sealed class SimulateProcessTests : IAsyncLifetime
{
    private School _school = null!;

    private Guid _municipality;

    private SimulateProcess Asked => new(_municipality, "sam-year", 2027);

    public async ValueTask InitializeAsync()
    {
        _school = await School.On(new DateOnly(2026, 12, 31));
        _municipality = await _school.Installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync());
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task The_strategist_sees_all_units_however_people_behave_and_nothing_is_written()
    {
        var before = DatabaseContents.Read(_school.Installed);
        var reading = await _school.As(_school.Hr, Asked);

        Assert.Equal(Enum.GetValues<SimulatedBehaviour>(), reading.Results.Select(result => result.Behaviour));
        Assert.Contains(new SimulatedVersion("sam-year@1", "SAM-året, version 1"), reading.Versions);
        var late = reading.Results[1];
        Assert.Equal((2, 12, 24, 12), (late.Places, late.Of("manager").Tasks, late.Of("manager").Reminders, late.Of("next-manager").Escalations));
        // One unit has nobody: its tasks wait for the head, and there is nobody above the head to tell.
        Assert.Equal(6 + 6, late.Unreceived);
        Assert.Contains(late.OnBusiestDay, load => load.Person.Name == "Manager, Björkskolan");
        Assert.Contains(late.OnBusiestDay, load => load.Person.Name == "Manager, Barn- och utbildningsförvaltningen");
        Assert.Equal(before, DatabaseContents.Read(_school.Installed));
    }

    [Fact]
    public async Task Others_are_denied_wherever_they_stand()
    {
        List<Guid> others = [_school.Manager, _school.SafetyRep, _school.Head];
        foreach (var role in new[] { Role.HrPartner, Role.Employee, Role.Administrator, Role.BoardSecretary, Role.ChiefSafetyRep })
            others.Add(await _school.Installed.PersonWith(role, _municipality));
        foreach (var person in others)
        {
            Assert.IsType<Outcome<SimulationReading>.Denied>(await _school.Installed.SendAs(person, Asked));
            Assert.IsType<Outcome<SimulationReading>.Denied>(await _school.Installed.SendAs(person, Asked with { PlaceId = _school.Unit }));
        }
    }

    [Fact]
    public async Task What_is_not_installed_and_years_that_cannot_be_are_refused()
    {
        Assert.Equal(nameof(ProcessIsNotInstalled), (await _school.Refused(_school.Hr, Asked with { Process = "sam-year@9" })).Rule);
        Assert.IsType<Outcome<SimulationReading>.Invalid>(await _school.Installed.SendAs(_school.Hr, Asked with { Year = 27 }));
        Assert.IsType<Outcome<SimulationReading>.Invalid>(await _school.Installed.SendAs(_school.Hr, Asked with { Process = "" }));
    }

    [Fact]
    public async Task A_unit_alone_is_simulated_when_one_stands_in_it() =>
        Assert.All((await _school.As(_school.Hr, Asked with { PlaceId = _school.Unit })).Results, result => Assert.Equal((1, 0), (result.Places, result.Unreceived)));

    [Fact]
    public async Task A_process_that_concerns_no_units_runs_once_for_the_municipality()
    {
        var result = (await _school.As(_school.Hr, Asked with { Process = "checklist-publishing" })).Results[0];
        Assert.Equal((1, 3), (result.Places, result.Of("hr-strategist").Tasks));
        Assert.Equal(("en för hela kommunen", false), (SimulationWords.Places(result), SimulationWords.InUnits(result)));
        Assert.StartsWith("HrStrategist, ", result.Hardest!.Person.Person.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_in_earnest_in_which_nobody_does_anything_lays_the_same_in_the_same_inboxes_on_the_same_days()
    {
        var simulated = (await _school.As(_school.Hr, Asked with { PlaceId = _school.Unit })).Results.Single(result => result.Behaviour == SimulatedBehaviour.Never);
        _school.GoTo(new DateOnly(2027, 1, 1));
        await _school.Start(2027);
        for (var day = new DateOnly(2027, 1, 2); day <= new DateOnly(2028, 2, 29); day = day.AddDays(1))
        {
            _school.GoTo(day);
            await _school.Pump.RunOnce(default);
        }

        var laid = await _school.Installed.InDatabase(database => database.InboxTasks.AsNoTracking().Where(task => database.Processes.Any(year => year.Id == task.ProcessId && year.DefinitionKey == "sam-year")).ToListAsync());
        var days = laid.GroupBy(task => SwedishDate.DateIn(task.CreatedAt)).ToDictionary(day => day.Key, day => new LoadCount(
            day.Count(task => task.Kind is InboxTaskKind.Step or InboxTaskKind.Part), day.Count(task => task.Kind == InboxTaskKind.Reminder), day.Count(task => task.Kind == InboxTaskKind.Escalation)));
        Assert.Equal(laid.Count, simulated.Load.All);
        foreach (var month in simulated.Months)
        {
            var of = days.Where(day => day.Key.Year == month.First.Year && day.Key.Month == month.First.Month).ToList();
            Assert.Equal(of.Aggregate(LoadCount.None, (sum, day) => sum.Add(day.Value)), month.Load);
            Assert.Equal(of.Count == 0 ? null : (int?)of.Max(day => day.Value.All), month.Busiest?.Load.All);
        }

        Assert.Equal(laid.Count(task => task.Kind == InboxTaskKind.Escalation && task.PlaceId == _school.Administration), simulated.Of("next-manager").Escalations);
    }
}
