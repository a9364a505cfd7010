using System.Globalization;
using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.Installation;
using DigiSam.Measures;
using DigiSam.Observations;
using DigiSam.SafetyRounds;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Demo;

/// <summary>What the usual demo holds, and that nothing in it could not have come about by hand.</summary>
public sealed class DemoContentsTests(MadeDemo demo, ITestOutputHelper output) : IClassFixture<MadeDemo>
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task The_usual_demo_has_nine_boards_six_administrations_sixty_units_and_two_whole_years()
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Made in {demo.Took.TotalSeconds:0.0} s: {demo.Made.Rows} rows."));
        Assert.Equal((9, 6, 60, 2024), (demo.Made.Boards, demo.Made.Administrations, demo.Made.Units, demo.Made.FirstYear));
        Assert.True(demo.Took < TimeSpan.FromSeconds(60), $"{demo.Took}");
        var years = await demo.Installed.InDatabase(database => database.SamYears.GroupBy(year => year.Year).Select(year => new { year.Key, Count = year.Count() }).OrderBy(year => year.Key).ToListAsync());
        Assert.Equal([(2024, 60), (2025, 60), (2026, 60)], years.Select(year => (year.Key, year.Count)));
        Assert.Equal("Exempelkommunen", await demo.Installed.InDatabase(database => database.Municipalities.Select(place => place.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_unit_has_some_twelve_risks_twenty_measures_and_three_or_four_rounds_a_year()
    {
        var (first, last) = (new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));
        var rounds = await demo.Installed.InDatabase(database => database.SafetyRounds.CountAsync(round => round.PlannedFor >= first && round.PlannedFor <= last));
        var risks = await demo.Installed.InDatabase(database => database.Risks.CountAsync(risk => risk.FoundOn >= first && risk.FoundOn <= last));
        var measures = await demo.Installed.InDatabase(database => database.Measures.CountAsync(measure => measure.DueOn >= first && measure.DueOn <= last));
        Assert.InRange(rounds / 60m, 3.2m, 3.5m);
        Assert.InRange(risks / 60m, 10, 14);
        Assert.InRange(measures / 60m, 16, 24);
    }

    [Fact]
    public async Task The_doctor_finds_no_fault()
    {
        var health = await demo.Installed.Do(new CheckInstallation());
        Assert.NotEmpty(health);
        Assert.DoesNotContain(health, finding => finding.Severity == FindingSeverity.Fault);
    }

    [Fact]
    public async Task A_completed_round_has_all_answers_and_each_deficiency_a_description()
    {
        var questions = demo.Installed.Services.GetRequiredService<InstalledDefinitions>().Checklists.ToDictionary(checklist => checklist.Sha256, checklist => checklist.Questions.Count());
        var rounds = await demo.Installed.InDatabase(database => (
            from round in database.SafetyRounds.Include(round => round.Answers)
            join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
            where round.Status == RoundStatus.Completed
            select new { round, version.Sha256 }).ToListAsync());
        Assert.True(rounds.Count > 300);
        Assert.All(rounds, held =>
        {
            Assert.Equal(questions[held.Sha256], held.round.Holding().Count);
            Assert.All(held.round.Answers.Where(answer => answer.IsDeficiency), answer => Assert.NotNull(answer.Note));
            Assert.True(held.round.HeldOn <= Today);
        });
    }

    [Fact]
    public async Task Every_deficiency_of_past_years_is_a_risk_or_dismissed()
    {
        var waiting = await demo.Installed.InDatabase(database => (
            from round in database.SafetyRounds
            from answer in round.Answers
            where round.Status == RoundStatus.Completed && round.PlannedFor < new DateOnly(2026, 1, 1) && (answer.Value == RoundAnswerValue.No || answer.Value == RoundAnswerValue.Partly)
                && !database.Risks.Any(risk => risk.RoundId == round.Id && risk.QuestionKey == answer.QuestionKey)
                && !database.DeficiencyDismissals.Any(dismissal => dismissal.RoundId == round.Id && dismissal.QuestionKey == answer.QuestionKey)
            select answer.Note).CountAsync());
        Assert.Equal(0, waiting);
    }

    [Fact]
    public async Task A_round_keeps_how_many_of_its_deficiencies_nobody_has_judged()
    {
        var rounds = await demo.Installed.InDatabase(database => database.SafetyRounds.Where(round => round.Status == RoundStatus.Completed).Select(round => new
        {
            round.Id,
            round.Unjudged,
            Waiting = round.Answers.Count(answer => (answer.Value == RoundAnswerValue.No || answer.Value == RoundAnswerValue.Partly)
                && !database.Risks.Any(risk => risk.RoundId == round.Id && risk.QuestionKey == answer.QuestionKey)
                && !database.DeficiencyDismissals.Any(dismissal => dismissal.RoundId == round.Id && dismissal.QuestionKey == answer.QuestionKey)),
        }).ToListAsync());
        Assert.Contains(rounds, round => round.Unjudged > 1);
        Assert.All(rounds, round => Assert.Equal(round.Waiting, round.Unjudged));
    }

    [Fact]
    public async Task Past_years_are_closed_and_of_the_current_one_most_is_on_schedule()
    {
        var steps = await demo.Installed.InDatabase(database => (
            from process in database.Processes.Where(process => process.DefinitionKey == "sam-year")
            from step in process.Steps
            select new { process.Year, step.Key, step.State, step.DueOn }).ToListAsync());
        Assert.All(steps.Where(step => step.Year < 2026), step => Assert.Equal(StepState.Closed, step.State));
        var due = steps.Where(step => step.Year == 2026 && step.DueOn < Today).ToList();
        var behind = due.Count(step => step.State != StepState.Closed);
        Assert.InRange(behind, 5, due.Count / 4);
    }

    [Fact]
    public async Task Nothing_has_happened_that_lies_ahead()
    {
        var now = MadeDemo.Day;
        Assert.Equal(0, await demo.Installed.InDatabase(database => database.Risks.CountAsync(risk => risk.CreatedAt > now || risk.FoundOn > Today)));
        Assert.Equal(0, await demo.Installed.InDatabase(database => database.Measures.CountAsync(measure => measure.CreatedAt > now || measure.DoneOn > Today)));
        Assert.Equal(0, await demo.Installed.InDatabase(database => database.Observations.CountAsync(seen => seen.ReportedAt > now || seen.RepliedAt > now)));
        Assert.Equal(0, await demo.Installed.InDatabase(database => database.SafetyRounds.CountAsync(round => round.CompletedAt > now)));
        Assert.Equal(0, await demo.Installed.InDatabase(database => database.ProcessEvents.CountAsync(happened => happened.At > now)));
    }

    [Fact]
    public async Task An_anonymous_observation_says_nothing_about_who_or_at_what_hour()
    {
        var anonymous = await demo.Installed.InDatabase(database => database.Observations.Where(seen => seen.ReceiptCode != null).ToListAsync());
        Assert.NotEmpty(anonymous);
        Assert.All(anonymous, seen =>
        {
            Assert.Null(seen.ReporterId);
            Assert.Equal(TimeOnly.MinValue, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(seen.ReportedAt, "Europe/Stockholm").DateTime));
        });
    }

    [Fact]
    public async Task Something_is_unfinished_of_everything()
    {
        Assert.True(await demo.Installed.InDatabase(database => database.SafetyRounds.AnyAsync(round => round.Status == RoundStatus.Held)));
        Assert.True(await demo.Installed.InDatabase(database => database.SafetyRounds.AnyAsync(round => round.Status == RoundStatus.Cancelled)));
        Assert.True(await demo.Installed.InDatabase(database => database.Measures.AnyAsync(measure => measure.Status == MeasureStatus.Planned && measure.DueOn < Today)));
        Assert.True(await demo.Installed.InDatabase(database => database.Measures.AnyAsync(measure => measure.DueDates.Any())));
        Assert.True(await demo.Installed.InDatabase(database => database.Observations.AnyAsync(seen => seen.Status == ObservationStatus.New)));
        Assert.True(await demo.Installed.InDatabase(database => database.Risks.AnyAsync(risk => risk.LiftedBecause != null && risk.Serious == true)));
        Assert.True(await demo.Installed.InDatabase(database => database.RoleAssignments.AnyAsync(held => held.ValidTo < Today && held.Role == Role.Manager)));
    }

    [Fact]
    public async Task Each_of_the_people_on_the_sign_in_page_has_something_waiting()
    {
        var unit = await demo.Installed.InDatabase(database => database.Units.SingleAsync(unit => unit.Name == "Ekbackens skola"));
        var rounds = await demo.Installed.InDatabase(database => database.SafetyRounds.Include(round => round.Participants).Include(round => round.Answers).Where(round => round.UnitId == unit.Id && round.PlannedFor > new DateOnly(2026, 10, 1)).ToListAsync());
        Assert.Contains(rounds, round => round.Status == RoundStatus.Planned && round.PlannedFor.DayNumber - Today.DayNumber is > 0 and < 8);
        var completed = Assert.Single(rounds, round => round.Status == RoundStatus.Completed);
        Assert.DoesNotContain(completed.Participants, participant => participant.TookPart is not null);
        var assessed = await demo.Installed.InDatabase(database => database.Risks.CountAsync(risk => risk.RoundId == completed.Id));
        Assert.True(completed.Answers.Count(answer => answer.IsDeficiency) - assessed >= 3);
        var reports = await demo.Installed.InDatabase(database => (
            from report in database.AnnualReports
            join board in database.Boards on report.PlaceId equals board.Id
            where report.ReportYear == 2026
            select new { board.Name, report.Status }).ToDictionaryAsync(report => report.Name, report => report.Status));
        Assert.Equal((ReportStatus.Submitted, ReportStatus.Locked), (reports["Bygg- och miljönämnden"], reports["Kultur- och fritidsnämnden"]));
        Assert.Equal(7, reports.Values.Count(status => status == ReportStatus.Decided));
    }

    [Fact]
    public async Task No_sentence_is_left_with_a_gap_in_it()
    {
        var texts = await demo.Installed.InDatabase(async database => (await database.Risks.Select(risk => risk.Title + risk.Description).ToListAsync())
            .Concat(await database.Measures.Select(measure => measure.Title).ToListAsync())
            .Concat(await database.Observations.Select(seen => seen.Text).ToListAsync())
            .Concat(await database.SectionTextVersions.Select(text => text.Markdown).ToListAsync()).ToList());
        Assert.True(texts.Count > 4000);
        Assert.DoesNotContain(texts, text => text.Contains('{', StringComparison.Ordinal) || text.Contains(" | ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_can_sign_in_with_a_password() =>
        Assert.Equal(0, await demo.Installed.InDatabase(database => database.Accounts.CountAsync(account => account.PasswordHash != null)));
}
