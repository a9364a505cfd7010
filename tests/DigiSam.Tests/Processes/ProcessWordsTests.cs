using DigiSam.Access;
using DigiSam.Processes;
using DigiSam.Web.Processes;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Tests.Processes;

/// <summary>What definitions say by codes, and what happens by itself, in the words of the pages.</summary>
public sealed class ProcessWordsTests
{
    [Fact]
    public void Every_condition_and_every_role_has_words()
    {
        List<string> guards = [.. DigiSamServices.GuardNames("sam-year"), .. DigiSamServices.GuardNames("annual-report"), .. DigiSamServices.GuardNames("risk"), .. DigiSamServices.GuardNames("checklist-publishing")];
        Assert.True(guards.Count >= 14);
        Assert.All(guards, name => Assert.NotEqual(name, ProcessWords.Guard(name)));
        Assert.All(RoleNames.ForPeople, role => Assert.NotEqual(role.Code(), ProcessWords.Who(role.Code())));
        Assert.Equal("made-up", ProcessWords.Guard("made-up"));
    }

    [Theory]
    [InlineData("02-15", "15 februari", "15 februari")]
    [InlineData("01-31 nästa år", "31 januari året efter", "31 januari året efter")]
    [InlineData("-14d", "", "14 dagar före sista dagen")]
    [InlineData("-1d", "", "1 dag före sista dagen")]
    [InlineData("+1 arbetsdag", "1 arbetsdag efter att läget börjar", "1 arbetsdag efter sista dagen")]
    [InlineData("+5 arbetsdagar", "5 arbetsdagar efter att läget börjar", "5 arbetsdagar efter sista dagen")]
    [InlineData("+365d", "ett år efter att läget börjar", "ett år efter sista dagen")]
    public void Times_are_said_as_people_say_them(string written, string due, string beside)
    {
        Assert.True(TimeExpression.TryParse(written, out var time));
        if (due.Length > 0)
            Assert.Equal(due, ProcessWords.DueOn(time, ProcessFlow.States));
        Assert.Equal(beside, ProcessWords.Beside(time));
    }

    [Theory]
    [InlineData("14 och 3 dagar före sista dagen", "-14d", "-3d")]
    [InlineData("3 dagar före sista dagen och 1 dag före sista dagen", "-3d", "-1d")]
    [InlineData("30 dagar före sista dagen", "-30d")]
    public void Reminders_of_a_kind_are_told_together(string words, params string[] written) =>
        Assert.Equal(words, ProcessWords.Reminders([.. written.Select(text => TimeExpression.TryParse(text, out var time) ? time : throw new FormatException(text))]));

    [Fact]
    public void Whose_a_step_is_tells_the_place_and_who_takes_part()
    {
        Assert.Equal("chefen på enheten, tillsammans med skyddsombudet", ProcessWords.Who(new HumanStep("manager", "unit", ["safety-rep"])));
        Assert.Equal("chefen närmast ovanför", ProcessWords.Who(new HumanStep("manager", HumanStep.Above, [])));
    }

    [Fact]
    public void What_is_coming_names_who_hears_of_it()
    {
        var state = State();
        Assert.Equal("påminnelse till skyddsombudet om Utkast", ProcessStory.Coming(state, "draft", TimerKind.Reminder, 0));
        Assert.Equal("chefen närmast ovanför får veta att Utkast inte är klart", ProcessStory.Coming(state, "draft", TimerKind.Escalation, 0));
        Assert.Equal("HR-strategen får veta att Utkast inte är klart", ProcessStory.Coming(state, "draft", TimerKind.Escalation, 1));
    }

    [Fact]
    public void The_story_tells_a_change_of_state_once_and_names_who_did_it()
    {
        var (start, change) = (new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero));
        var lines = ProcessStory.Lines(new ProcessView(Guid.NewGuid(), Guid.NewGuid(), "Ekskolan", State(), null, [],
        [
            new(ProcessEventKind.Suspended, null, null, "Vi väntar på bygget.", "Samira Haddad", change.AddDays(1)),
            new(ProcessEventKind.StepOpened, "done", "Klar", null, "Karin Lindahl", change),
            new(ProcessEventKind.StepClosed, "draft", "Utkast", null, "Karin Lindahl", change),
            new(ProcessEventKind.StepOpened, "draft", "Utkast", null, null, start),
            new(ProcessEventKind.Started, null, null, "report/1", null, start),
        ]));
        Assert.Equal(["Processen pausades", "Från Utkast till Klar", "Började i läget Utkast", "Processen startade"], lines.Select(line => line.What));
        Assert.Equal(["Samira Haddad", "Karin Lindahl", ProcessStory.Itself, ProcessStory.Itself], lines.Select(line => line.Who));
        Assert.Equal(["Vi väntar på bygget.", null, null, null], lines.Select(line => line.Why));
    }

    private static ProcessState State()
    {
        var draft = new StepDefinition("draft", "Utkast", "Skriv.")
        {
            Humans = [new HumanStep("manager", "unit", []), new HumanStep("safety-rep", "board", [])],
            Escalations = [new Escalation(new TimeExpression.DayOffset(1), InstalledProcesses.NextManager), new Escalation(new TimeExpression.DayOffset(3), "hr-strategist")],
            Exits = [new StepExit("finish", "Gör klart", "done", [])],
        };
        var definition = new ProcessDefinition("report", 1, "Rapporten", "", ProcessFlow.States, [draft, new StepDefinition("done", "Klar", "") { IsFinal = true }], "");
        return new ProcessState(definition, 2026, ProcessStatus.Running, [new StepStatus("draft", StepState.Open, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 10))]) { PlaceKind = "board" };
    }
}
