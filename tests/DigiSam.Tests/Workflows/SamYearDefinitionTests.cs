using DigiSam.Tests.Support;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Tests.Workflows;

public sealed class SamYearDefinitionTests
{
    private static readonly ProcessDefinition SamYear =
        DefinitionReader.Read(RepositoryFolder.Of("workflows", "sam-year", "1.json")).Definition
        ?? throw new InvalidDataException("workflows/sam-year/1.json is not valid.");

    [Fact]
    public void The_sam_year_has_its_six_steps_in_order()
    {
        Assert.Equal(
            [
                ("plan", "Planera"),
                ("investigate", "Kartlägga"),
                ("assess", "Riskbedöma och skapa åtgärder"),
                ("act", "Åtgärda"),
                ("follow-up", "Följa upp åtgärder"),
                ("improve", "Förbättra arbetsmiljöarbetet"),
            ],
            SamYear.Steps.Select(step => (step.Key, step.Title)));
    }

    [Fact]
    public void Steps_whose_dates_overlap_may_run_side_by_side()
    {
        var overlapping = Pairs().Where(pair => Dates(pair.Later, 2026).Opens <= Dates(pair.Earlier, 2026).Due).ToList();

        Assert.Contains(overlapping, pair => (pair.Earlier.Key, pair.Later.Key) == ("plan", "assess"));
        Assert.All(overlapping, pair => Assert.True(SamYear.MayRunSideBySide(pair.Earlier.Key, pair.Later.Key)));
    }

    [Fact]
    public void The_last_step_runs_beside_the_first_step_of_the_next_year()
    {
        var improve = Dates(SamYear.Steps[^1], 2026);
        var nextPlan = Dates(SamYear.Steps[0], 2027);

        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2027, 1, 31)), improve);
        Assert.InRange(nextPlan.Opens, improve.Opens, improve.Due);
    }

    [Fact]
    public void The_yearly_follow_up_waits_for_the_investigation_to_close_and_nothing_else_waits_for_a_closing()
    {
        var before = SamYear.Steps.Where(step => step.Transitions.Contains("improve", StringComparer.Ordinal));
        var apart = Pairs().Where(pair => !SamYear.MayRunSideBySide(pair.Earlier.Key, pair.Later.Key));

        Assert.Equal("investigate", Assert.Single(before).Key);
        Assert.Equal([("investigate", "improve")], apart.Select(pair => (pair.Earlier.Key, pair.Later.Key)));
    }

    [Fact]
    public void Every_step_reminds_twice_before_it_is_due_and_escalates_after_it()
    {
        Assert.All(SamYear.Steps, step =>
        {
            var due = Dates(step, 2026).Due;
            Assert.Equal([due.AddDays(-14), due.AddDays(-3)], step.Reminders.Select(reminder => reminder.Resolve(2026, due)));
            var escalation = Assert.Single(step.Escalations);
            Assert.Equal("next-manager", escalation.To);
            Assert.Equal(WorkingDays.Add(due, 5), escalation.After.Resolve(2026, due));
        });
    }

    [Fact]
    public void Every_step_is_the_managers_for_a_unit_with_the_safety_rep_and_has_a_condition_for_closing()
    {
        Assert.All(SamYear.Steps, step =>
        {
            Assert.Equal(("manager", "unit"), (Assert.Single(step.Humans).Role, step.Humans[0].Place));
            Assert.Equal(["safety-rep"], step.Humans[0].With);
            Assert.NotEmpty(step.Guards);
        });
    }

    private static IEnumerable<(StepDefinition Earlier, StepDefinition Later)> Pairs() =>
        SamYear.Steps.SelectMany((earlier, index) => SamYear.Steps.Skip(index + 1).Select(later => (earlier, later)));

    private static (DateOnly Opens, DateOnly Due) Dates(StepDefinition step, int year)
    {
        var opens = step.Opens.Resolve(year, new DateOnly(year, 1, 1));
        return (opens, step.Due!.Resolve(year, opens));
    }
}
