using DigiSam.Workflows.Calendar;

namespace DigiSam.Workflows.Definitions;

/// <summary>Reads one state, and remembers the lines on which it names itself and others.</summary>
internal sealed class StateReader
{
    private readonly FaultList faults;
    private readonly ObjectReader state;
    private readonly IReadOnlyList<ObjectReader> exits;

    public StateReader(LocatedJson json, FaultList faults)
    {
        this.faults = faults;
        state = new ObjectReader(json, faults, ["key", "title", "help", "transitions"], "due", "reminders", "escalation", "human", "final");
        Key = state.Name("key");
        exits = [.. state.List("transitions").Select(exit => new ObjectReader(exit, faults, ["on", "title", "to"], "guards"))];
        LeadsTo = [.. exits.Select(exit => exit.Value("to")).OfType<LocatedJson>()];
    }

    public string Key { get; }

    public int KeyLine => state.LineOf("key");

    public IReadOnlyList<LocatedJson> LeadsTo { get; }

    public StepDefinition Read()
    {
        var duty = new DutyReader(state, faults);
        var read = new StepDefinition(Key, state.Text("title", DefinitionReader.LongestTitle), state.Text("help"))
        {
            Due = Due(),
            Reminders = duty.Reminders(),
            Escalations = duty.Escalations(),
            Humans = duty.Humans(),
            Exits = Exits(),
            IsFinal = !FinalForSome && state.Truth("final"),
            FinalFor = FinalForSome ? DutyReader.Texts(state.Names("final")) : [],
        };
        if (read.Exits.Count == 0 && !read.IsFinal)
            faults.Add(KeyLine, $"Ur \"{Key}\" leder ingen övergång. Lägg till en, eller skriv \"final\": true om processen är klar där.");
        if (read.Humans.Count == 0 && (read.Due is not null || read.Reminders.Count > 0 || read.Escalations.Count > 0))
            faults.Add(KeyLine, $"\"{Key}\" har en sista dag men ingen som ska göra något. Lägg till \"human\", eller ta bort tiderna.");
        return read;
    }

    private bool FinalForSome => state.Value("final") is { Type: System.Text.Json.JsonTokenType.StartArray };

    private TimeExpression? Due()
    {
        var due = state.Time("due");
        if (due is TimeExpression.Offset { Count: < 0 })
            faults.Add(state.LineOf("due"), "Sista dagen (due) ligger före dagen då tillståndet börjar. Skriv till exempel \"+10 arbetsdagar\".");
        return due;
    }

    private List<StepExit> Exits()
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = new List<StepExit>();
        foreach (var exit in exits)
        {
            var on = exit.Name("on");
            if (on.Length > 0 && !lines.TryAdd(on, exit.LineOf("on")))
                faults.Add(exit.LineOf("on"), $"Övergången \"{on}\" finns redan på rad {lines[on]}. Ge en av dem ett annat namn.");
            read.Add(new StepExit(on, exit.Text("title", DefinitionReader.LongestTitle), exit.Name("to"), DutyReader.Texts(exit.Names("guards"))));
        }

        return read;
    }
}
