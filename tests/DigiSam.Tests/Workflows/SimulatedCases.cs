using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using DigiSam.Workflows.Simulation;

namespace DigiSam.Tests.Workflows;

/// <summary>Places under one head each two of them share, for simulations: what is wanted of a place's roles reaches its own people.</summary>
internal sealed class TwoByTwo(int places) : ISimulatedOrganisation
{
    public int Places => places;

    public string? PlaceKind => "unit";

    public IReadOnlyList<SimulatedPerson> Receivers(int place, StepDefinition step, ProcessDecision.TaskWanted wanted) => wanted.Role switch
    {
        "nobody" => [],
        "next-manager" => [new SimulatedPerson($"head-{place / 2}", $"Head {place / 2}")],
        _ => [new SimulatedPerson($"{wanted.Role}-{place}", $"{wanted.Role} of {place}")],
    };
}

/// <summary>Small definitions whose year can be worked out by hand.</summary>
internal static class SimulatedCases
{
    /// <summary>One step in March, with two reminders, and told upwards twice.</summary>
    public static ProcessDefinition March { get; } = Calendar("01", "03-01", "03-31");

    /// <summary>One step whose last day lies in July.</summary>
    public static ProcessDefinition July { get; } = Calendar("02", "06-01", "07-20");

    /// <summary>Out, back, and out again to the end.</summary>
    public static ProcessDefinition Loop { get; } = States(
        State("draft", "+5 arbetsdagar", ("send", "review")),
        State("review", "+5 arbetsdagar", ("return", "draft"), ("approve", "done")),
        """{ "key": "done", "title": "Klar", "help": "Klar.", "final": true, "transitions": [{ "on": "reopen", "title": "Öppna", "to": "draft" }] }""");

    /// <summary>A ring from which nothing leads to an end.</summary>
    public static ProcessDefinition Ring { get; } = States(State("day", "+5 arbetsdagar", ("dusk", "night")), State("night", "+5 arbetsdagar", ("dawn", "day"), ("stay", "night")));

    /// <summary>The end is reached only by going back through the first state.</summary>
    public static ProcessDefinition Back { get; } = States(
        State("work", "+5 arbetsdagar", ("ask", "question"), ("finish", "done")),
        State("question", "+1 arbetsdag", ("answer", "work")),
        """{ "key": "done", "title": "Klar", "help": "Klar.", "final": true, "transitions": [] }""");

    private static ProcessDefinition Calendar(string name, string opens, string due) => Read($"case-{name}",
        $$"""
        "steps": [{
            "key": "only", "title": "Steget", "help": "Gör det.", "opens": "{{opens}}", "due": "{{due}}", "reminders": ["-14d", "-3d"],
            "escalation": [{ "after": "+5 arbetsdagar", "to": "next-manager" }, { "after": "+12 arbetsdagar", "to": "nobody" }],
            "human": { "role": "manager", "place": "unit", "with": ["safety-rep"] }, "guards": ["some-guard"], "transitions": [] }]
        """);

    private static ProcessDefinition States(params string[] states) => Read("case-03", $"\"states\": [{string.Join(", ", states)}]");

    private static string State(string key, string due, params (string On, string To)[] exits) =>
        $$"""
        { "key": "{{key}}", "title": "{{key}}", "help": "Gör det.", "due": "{{due}}", "reminders": ["-3d"], "escalation": { "after": "+2 arbetsdagar", "to": "next-manager" },
          "human": { "role": "manager", "place": "unit" },
          "transitions": [{{string.Join(", ", exits.Select(exit => $$"""{ "on": "{{exit.On}}", "title": "{{exit.On}}", "to": "{{exit.To}}", "guards": ["some-guard"] }"""))}}] }
        """;

    private static ProcessDefinition Read(string key, string body)
    {
        var reading = DefinitionReader.Read($"workflows/{key}/1.json", $$"""{ "format": 1, "key": "{{key}}", "version": 1, "title": "Ett fall", "help": "Ett fall.", {{body}} }""");
        return reading.Definition ?? throw new InvalidDataException(string.Join(" | ", reading.Faults));
    }
}
