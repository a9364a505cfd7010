using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Processes;
using DigiSam.Processes.Simulation;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.SchoolYears;
using DigiSam.Tests.SamYears;
using DigiSam.Workflows.Running;
using DigiSam.Workflows.Simulation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SchoolYears;

/// <summary>Stating school years, and what they do to reminders: the plan of 2027 is due on 15 February and reminded of on 1 and 12 February.</summary>
public sealed class SchoolYearTests : IAsyncLifetime
{
    private static readonly Terms Usual = Year([new("Sportlov", new(2027, 2, 8), new(2027, 2, 17))]);

    private School _school = null!;

    public async ValueTask InitializeAsync()
    {
        _school = await School.On(new DateOnly(2026, 12, 1));
        await _school.Start(2027);
        await _school.As(_school.Hr, new StartSamYear(_school.OtherUnit, 2027));
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task A_step_that_opens_where_terms_are_stated_is_reminded_of_before_the_break_its_last_day_lies_in()
    {
        await State(_school.Administration, Usual);
        await GoTo(new DateOnly(2027, 1, 7));
        Assert.Equal([new DateOnly(2027, 2, 1), new(2027, 2, 5)], await Reminders(_school.Unit)); // 12 February lies in the break, and so does the 15th
        Assert.Equal(new DateOnly(2027, 2, 15), (await _school.Step(2027, "plan")).DueOn);
        await GoTo(new DateOnly(2027, 2, 5));
        Assert.Equal(2, await _school.Installed.InDatabase(database => database.ProcessEvents.CountAsync(happened => happened.Kind == ProcessEventKind.Reminded && happened.StepKey == "plan" && database.Processes.Any(process => process.Id == happened.ProcessId && process.PlaceId == _school.Unit))));
    }

    [Fact]
    public async Task Reminders_that_wait_move_when_a_break_is_stated_changed_and_taken_away()
    {
        await GoTo(new DateOnly(2027, 1, 7));
        var id = Guid.CreateVersion7();
        Assert.Equal(2, await _school.As(_school.Hr, new StateSchoolYear(_school.Administration, id, 2026, null, Usual))); // one in each unit
        Assert.Equal([new DateOnly(2027, 2, 1), new(2027, 2, 5)], await Reminders(_school.Unit));
        Assert.Equal(2, await _school.As(_school.Hr, new StateSchoolYear(_school.Administration, id, 2026, 1, Year([new("Sportlov", new(2027, 2, 8), new(2027, 2, 13))]))));
        Assert.Equal([new DateOnly(2027, 2, 1), new(2027, 2, 15)], await Reminders(_school.Unit)); // the first working day after, which is the last day itself
        Assert.Equal(2, await _school.As(_school.Hr, new RemoveSchoolYear(_school.Administration, id, 2)));
        Assert.Equal([new DateOnly(2027, 2, 1), new(2027, 2, 12)], await Reminders(_school.Unit));
        Assert.Equal([new DateOnly(2027, 2, 1), new(2027, 2, 12)], await Reminders(_school.OtherUnit));
    }

    [Fact]
    public async Task What_a_unit_states_goes_before_what_lies_above_it_and_so_does_that_it_follows_none()
    {
        var municipality = await _school.Installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync());
        await State(municipality, Usual);
        await State(_school.Unit, Year([new("Sportlov", new(2027, 1, 29), new(2027, 2, 3))]));
        await State(_school.OtherUnit, null);
        await GoTo(new DateOnly(2027, 1, 7));
        Assert.Equal([new DateOnly(2027, 2, 4), new(2027, 2, 12)], await Reminders(_school.Unit));
        Assert.Equal([new DateOnly(2027, 2, 1), new(2027, 2, 12)], await Reminders(_school.OtherUnit));
        await State(_school.Administration, Year([new("Sportlov", new(2027, 2, 1), new(2027, 2, 2))]));
        Assert.Equal([new DateOnly(2027, 2, 4), new(2027, 2, 12)], await Reminders(_school.Unit));
    }

    [Fact]
    public async Task A_reminder_whose_day_before_the_break_has_been_comes_in_the_break_rather_than_not_at_all()
    {
        await GoTo(new DateOnly(2027, 2, 9));
        Assert.Equal(0, await _school.As(_school.Hr, new StateSchoolYear(_school.Unit, Guid.CreateVersion7(), 2026, null, Usual)));
        await GoTo(new DateOnly(2027, 2, 12));
        Assert.Contains(await _school.Tasks(_school.Manager), task => task.Kind == InboxTaskKind.Reminder && SwedishDate.Short(task.DueOn!.Value) == "2027-02-15");
        Assert.Empty(await Reminders(_school.Unit));
    }

    [Fact]
    public async Task In_the_summer_nobody_is_reminded_until_the_autumn_term_begins_and_without_terms_not_in_july()
    {
        await State(_school.Unit, Usual);
        await State(_school.Unit, Year([], 2027), 2027);
        var calendars = await Calendars(_school.Unit, _school.OtherUnit);
        Assert.Equal((new DateOnly(2027, 6, 12), new DateOnly(2027, 8, 16)), (calendars[0].On(new DateOnly(2027, 7, 5))!.From, calendars[0].On(new DateOnly(2027, 7, 5))!.To));
        Assert.Null(calendars[0].On(new DateOnly(2027, 8, 17)));
        Assert.Equal(new DateOnly(2028, 7, 31), calendars[0].On(new DateOnly(2028, 6, 20))!.To); // what comes after the last stated term is as anywhere
        Assert.Equal((new DateOnly(2027, 7, 1), false), (calendars[1].On(new DateOnly(2027, 7, 5))!.From, calendars[1].On(new DateOnly(2027, 7, 5))!.RemindsBefore));
    }

    [Fact]
    public async Task The_simulation_knows_the_terms()
    {
        await State(_school.Administration, Year([new("Långt lov", new(2027, 1, 29), new(2027, 2, 17))]));
        var reading = await _school.As(_school.Hr, new SimulateProcess(_school.Administration, "sam-year", 2027));
        var late = reading.Results.Single(result => result.Behaviour == SimulatedBehaviour.Never);
        await _school.As(_school.Hr, new RemoveSchoolYear(_school.Administration, await _school.Installed.InDatabase(database => database.SchoolYears.Select(year => year.Id).SingleAsync()), 1));
        var without = (await _school.As(_school.Hr, new SimulateProcess(_school.Administration, "sam-year", 2027))).Results.Single(result => result.Behaviour == SimulatedBehaviour.Never);
        Assert.Equal((0, 4), (Reminded(without, 1), Reminded(without, 2)));
        Assert.Equal((2, 0), (Reminded(late, 1), Reminded(late, 2))); // both reminders of the plan came on the last day before the break, as one

        static int Reminded(SimulationResult result, int month) => result.Months.Single(one => one.First == new DateOnly(2027, month, 1)).Of("manager").Reminders;
    }

    [Fact]
    public async Task Days_that_make_no_sense_are_refused()
    {
        await Refused<TermsAreNotInOrder>(Usual with { SpringFrom = new(2026, 12, 1) });
        await Refused<TermsAreNotInOrder>(Usual with { AutumnTo = new(2026, 8, 1) });
        await Refused<TermsLieInAnotherYear>(Usual with { SpringTo = new(2027, 7, 2) });
        await Refused<BreakLiesOutsideTheTerms>(Year([new("Jullov", new(2026, 12, 20), new(2027, 1, 6))]));
        await Refused<BreakLiesOutsideTheTerms>(Year([new("Sportlov", new(2027, 2, 10), new(2027, 2, 8))]));
        await Refused<BreaksOverlap>(Year([new("Sportlov", new(2027, 2, 8), new(2027, 2, 12)), new("Annat lov", new(2027, 2, 12), new(2027, 2, 13))]));
        await Refused<TooManyBreaks>(Year([.. Enumerable.Range(1, 9).Select(day => new TermBreak("Lov", new(2027, 3, day), new(2027, 3, day)))]));
        Assert.IsType<Outcome<int>.Invalid>(await _school.Installed.SendAs(_school.Hr, Command(Year([new("", new(2027, 2, 8), new(2027, 2, 9))]))));
        await State(_school.Unit, Usual);
        Assert.Equal(nameof(SchoolYearIsStated), (await _school.Refused(_school.Hr, Command(Usual))).Rule);

        async Task Refused<TRule>(Terms terms) => Assert.Equal(typeof(TRule).Name, (await _school.Refused(_school.Hr, Command(terms))).Rule);
    }

    [Fact]
    public async Task Only_hr_states_them_and_of_two_editors_the_second_is_told()
    {
        foreach (var other in new[] { _school.Manager, _school.Head, _school.SafetyRep })
        {
            Assert.IsType<Outcome<int>.Denied>(await _school.Installed.SendAs(other, Command(Usual)));
            Assert.IsType<Outcome<IReadOnlyList<SchoolYearView>>.Denied>(await _school.Installed.SendAs(other, new ListSchoolYears(_school.Unit)));
        }

        var first = Command(Usual);
        await _school.As(_school.Hr, first);
        await _school.As(_school.Hr, first with { Rev = 1, Terms = null });
        Assert.IsType<Outcome<int>.Conflict>(await _school.Installed.SendAs(_school.Hr, first with { Rev = 1 }));
        var seen = Assert.Single(await _school.As(_school.Hr, new ListSchoolYears(_school.Unit)));
        Assert.Equal((null, true, "2026/27"), (seen.Terms, seen.IsHere, seen.Name));
        Assert.Equal(nameof(SchoolYearIsUnknown), (await _school.Refused(_school.Hr, new RemoveSchoolYear(_school.OtherUnit, first.SchoolYearId, 2))).Rule);
    }

    [Fact]
    public async Task A_place_that_gets_another_name_keeps_the_years_that_are_not_over_by_then()
    {
        await State(_school.Unit, Usual);
        await _school.As(_school.Hr, new StateSchoolYear(_school.Unit, Guid.CreateVersion7(), 2025, null, null));
        await _school.Installed.Do(new ImportOrganisation(
            "renamed.csv", "administration_code;administration;board;unit_code;unit\nBUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E1;Nya Björkskolan\n"u8.ToArray(), new DateOnly(2027, 2, 1), DryRun: false));

        var successor = await _school.Installed.InDatabase(database => database.Units.SingleAsync(unit => unit.PredecessorId == _school.Unit));
        var year = Assert.Single(await _school.Installed.InDatabase(database => database.SchoolYears.AsNoTracking().Include(year => year.Breaks).Where(year => year.PlaceId == successor.Id && year.StartYear == 2026).ToListAsync()));
        Assert.Equivalent(Usual, year.AsTerms());
        Assert.Equal(3, await _school.Installed.Count<SchoolYear>()); // not the year that was over, and the old name keeps its own
        Assert.Null(year.For(Guid.NewGuid(), new DateOnly(2027, 8, 1)));
        Assert.Equal(year.AutumnFrom, year.For(Guid.NewGuid(), new DateOnly(2027, 7, 31))!.AutumnFrom);
    }

    [Fact]
    public async Task Who_takes_a_year_away_that_has_been_changed_meanwhile_is_told_and_it_stays_with_its_breaks()
    {
        var stated = Command(Usual);
        await _school.As(_school.Hr, stated);
        await _school.As(_school.Hr, stated with { Rev = 1, Terms = Usual with { Breaks = [new("Lov", new(2027, 2, 15), new(2027, 2, 19))] } });
        Assert.IsType<Outcome<int>.Conflict>(await _school.Installed.SendAs(_school.Hr, new RemoveSchoolYear(stated.PlaceId, stated.SchoolYearId, 1)));
        Assert.Equal("Lov", Assert.Single(Assert.Single(await _school.As(_school.Hr, new ListSchoolYears(stated.PlaceId))).Terms!.Breaks).Name);
        await _school.As(_school.Hr, new RemoveSchoolYear(stated.PlaceId, stated.SchoolYearId, 2));
        Assert.Empty(await _school.As(_school.Hr, new ListSchoolYears(stated.PlaceId)));
    }

    [Fact]
    public async Task Of_two_who_change_the_breaks_alone_the_second_is_told_and_a_double_click_is_one_change()
    {
        var stated = Command(Usual);
        await _school.As(_school.Hr, stated);
        var first = stated with { Rev = 1, Terms = Usual with { Breaks = [new("Sportlov", new(2027, 2, 15), new(2027, 2, 19))] } };
        await _school.As(_school.Hr, first);
        await _school.As(_school.Hr, first);
        Assert.IsType<Outcome<int>.Conflict>(await _school.Installed.SendAs(_school.Hr, first with { Terms = Usual with { Breaks = [new("Påsklov", new(2027, 3, 29), new(2027, 4, 2))] } }));
        Assert.Equal("Sportlov", Assert.Single(Assert.Single(await _school.As(_school.Hr, new ListSchoolYears(_school.Unit))).Terms!.Breaks).Name);
    }

    private static Terms Year(IReadOnlyList<TermBreak> breaks, int start = 2026) =>
        new(new(start, 8, 17), new(start, 12, 18), new(start + 1, 1, 11), new(start + 1, 6, 11), breaks);

    private StateSchoolYear Command(Terms? terms) => new(_school.Unit, Guid.CreateVersion7(), 2026, null, terms);

    private Task<int> State(Guid place, Terms? terms, int start = 2026) => _school.As(_school.Hr, new StateSchoolYear(place, Guid.CreateVersion7(), start, null, terms));

    private async Task GoTo(DateOnly day)
    {
        _school.GoTo(day);
        await _school.Pump.RunOnce(default);
    }

    private Task<List<DateOnly>> Reminders(Guid place) => _school.Installed.InDatabase(async database =>
    {
        var due = await database.ProcessTimers.Where(timer => timer.Kind == TimerKind.Reminder && timer.StepKey == "plan" && timer.DoneAt == null
            && database.Processes.Any(process => process.Id == timer.ProcessId && process.PlaceId == place)).Select(timer => timer.DueAt).ToListAsync();
        return due.Select(SwedishDate.DateIn).Order().ToList();
    });

    private Task<List<DigiSam.Workflows.Calendar.IQuietTime>> Calendars(params Guid[] places) => _school.Installed.InDatabase(async database =>
    {
        var calendars = new SchoolCalendars(database, _school.Installed.Clock);
        var found = new List<DigiSam.Workflows.Calendar.IQuietTime>();
        foreach (var place in places)
            found.Add(await calendars.Of(place, default));
        return found;
    });
}
