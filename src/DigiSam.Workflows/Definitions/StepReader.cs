using DigiSam.Workflows.Calendar;

namespace DigiSam.Workflows.Definitions;

/// <summary>Reads one step, and remembers the lines on which it names itself and other steps.</summary>
internal sealed class StepReader
{
    private static readonly string[] Required =
        ["key", "title", "help", "opens", "due", "reminders", "human", "guards", "transitions"];

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
        var duty = new DutyReader(step, faults);
        var (title, help) = (step.Text("title", DefinitionReader.LongestTitle), step.Text("help"));
        var (opens, due) = (step.Time("opens"), step.Time("due"));
        var read = new StepDefinition(Key, title, help)
        {
            Reminders = duty.Reminders(),
            Escalations = duty.Escalations(),
            Humans = duty.Humans(),
            Guards = DutyReader.Texts(step.Names("guards")),
            Beside = DutyReader.Texts(Beside),
            Transitions = DutyReader.Texts(Transitions),
        };
        if (opens is null || due is null)
            return null;
        if (DutyReader.SampleYears.Any(year => DueBeforeOpening(year, opens, due)))
            faults.Add(step.LineOf("due"), "Sista dagen (due) ligger före dagen då steget öppnar (opens). Flytta en av dem.");
        return read with { Opens = opens, Due = due };
    }

    private static bool DueBeforeOpening(int year, TimeExpression opens, TimeExpression due)
    {
        var opening = opens.Resolve(year, new DateOnly(year, 1, 1));
        return due.Resolve(year, opening) < opening;
    }
}
