using DigiSam.Workflows.Calendar;

namespace DigiSam.Workflows.Definitions;

/// <summary>Reads one step, and remembers the lines on which it names itself and other steps.</summary>
internal sealed class StepReader
{
    private static readonly string[] Required =
        ["key", "title", "help", "opens", "due", "reminders", "human", "guards", "transitions"];

    // Working days shift with the calendar: these years begin on every weekday, and two of them are leap years.
    private static readonly IEnumerable<int> SampleYears = Enumerable.Range(2023, 8);

    private readonly FaultList faults;
    private readonly ObjectReader step;

    public StepReader(LocatedJson json, FaultList faults)
    {
        this.faults = faults;
        step = new ObjectReader(json, faults, Required, "beside", "escalation");
        Key = step.Name("key");
        Beside = step.Names("beside");
        Transitions = step.Names("transitions");
    }

    public string Key { get; }

    public int KeyLine => step.LineOf("key");

    public IReadOnlyList<LocatedJson> Beside { get; }

    public IReadOnlyList<LocatedJson> Transitions { get; }

    /// <summary>The step; null when one of its times is at fault.</summary>
    public StepDefinition? Read()
    {
        var (title, help) = (step.Text("title"), step.Text("help"));
        var (opens, due) = (step.Time("opens"), step.Time("due"));
        var reminders = Reminders();
        var escalation = Escalation();
        var human = Human();
        var guards = Texts(step.Names("guards"));
        if (opens is null || due is null)
            return null;
        if (SampleYears.Any(year => DueBeforeOpening(year, opens, due)))
            faults.Add(step.LineOf("due"), "Sista dagen (due) ligger före dagen då steget öppnar (opens). Flytta en av dem.");
        return new StepDefinition(
            Key, title, help, opens, due, [.. reminders], escalation, human, Texts(Beside), guards, Texts(Transitions));
    }

    private static bool DueBeforeOpening(int year, TimeExpression opens, TimeExpression due)
    {
        var opening = opens.Resolve(year, new DateOnly(year, 1, 1));
        return due.Resolve(year, opening) < opening;
    }

    private static IReadOnlyList<string> Texts(IReadOnlyList<LocatedJson> values) => [.. values.Select(value => value.Text)];

    private List<TimeExpression> Reminders()
    {
        var reminders = new List<TimeExpression>();
        foreach (var item in step.List("reminders"))
        {
            if (step.Time(item) is not { } time)
                continue;
            if (time is not TimeExpression.Offset { Count: <= 0 })
                faults.Add(item.Line, $"Påminnelsen \"{item.Text}\" kommer inte före sista dagen. Skriv till exempel \"-14d\".");
            else if (reminders.Contains(time))
                faults.Add(item.Line, $"Påminnelsen \"{item.Text}\" står två gånger. Ta bort den ena.");
            reminders.Add(time);
        }

        return reminders;
    }

    private Escalation? Escalation()
    {
        if (step.Value("escalation") is not { } json)
            return null;
        var escalation = new ObjectReader(json, faults, ["after", "to"]);
        var to = escalation.Name("to");
        if (escalation.Time("after") is not { } after)
            return null;
        if (after is not TimeExpression.Offset { Count: > 0 })
            faults.Add(escalation.LineOf("after"), "Eskaleringen ska komma efter sista dagen. Skriv till exempel \"+5 arbetsdagar\".");
        return new Escalation(after, to);
    }

    private HumanStep Human()
    {
        if (step.Value("human") is not { } json)
            return new HumanStep("", "", []);
        var human = new ObjectReader(json, faults, ["role", "place"], "with");
        return new HumanStep(human.Name("role"), human.Name("place"), Texts(human.Names("with")));
    }
}
