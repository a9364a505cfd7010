using DigiSam.Tests.Support;
using DigiSam.Workflows.Definitions;
using NJsonSchema;

namespace DigiSam.Tests.Workflows;

/// <summary>Definitions of states: what the reader and the schema let pass, and what they refuse on which line.</summary>
public sealed class StateDefinitionTests
{
    private const string Path = "workflows/demo/2.json";

    private const string Sound =
        """
        {
          "format": 1,
          "key": "demo",
          "version": 2,
          "title": "Prov",
          "help": "Ett prov.",
          "states": [
            {
              "key": "begun",
              "title": "Påbörjat",
              "help": "Börja här.",
              "due": "+10 arbetsdagar",
              "reminders": ["-3d"],
              "escalation": [{ "after": "+1d", "to": "next-manager" },
                             { "after": "+9d", "to": "hr-strategist" }],
              "human": [{ "role": "manager", "place": "unit" },
                        { "role": "case-officer", "place": "board" }],
              "transitions": [
                { "on": "end", "title": "Avsluta", "to": "done", "guards": ["all-done"] },
                { "on": "again", "title": "Börja om", "to": "begun" }
              ]
            },
            {
              "key": "done",
              "title": "Klart",
              "help": "Klart.",
              "final": true,
              "transitions": []
            }
          ]
        }
        """;

    [Fact]
    public async Task The_sound_file_is_read_as_it_stands()
    {
        var definition = DefinitionReader.Read(Path, Sound).Definition!;

        Assert.Equal(ProcessFlow.States, definition.Flow);
        Assert.Equal([("end", "done"), ("again", "begun")], definition["begun"].Exits.Select(exit => (exit.On, exit.To)));
        Assert.Equal(["all-done"], definition["begun"].Exits[0].Guards);
        Assert.Equal(["next-manager", "hr-strategist"], definition["begun"].Escalations.Select(escalation => escalation.To));
        Assert.Equal(["manager", "case-officer", "manager"], new[] { "unit", "board", "school" }.Select(kind => definition["begun"].HumanAt(kind)!.Role));
        Assert.True(definition["done"].IsFinal);
        Assert.Null(definition["done"].HumanAt("unit"));
        Assert.Empty((await Schema()).Validate(Sound));
    }

    [Theory]
    [InlineData("\"final\": true", "\"final\": \"ja\"", 27, "Skriv true eller false för \"final\"")]
    [InlineData("\"title\": \"Avsluta\", ", "", 19, "Nyckeln \"title\" saknas")]
    [InlineData("\"on\": \"end\"", "\"on\": \"end\", \"if\": 1", 19, "Nyckeln \"if\" är okänd här.")]
    [InlineData("\"due\": \"+10 arbetsdagar\"", "\"opens\": \"01-01\"", 12, "Nyckeln \"opens\" är okänd här.")]
    public async Task What_is_wrong_in_form_is_refused_by_reader_and_schema(string sound, string wrong, int line, string message)
    {
        var text = Planted(sound, wrong);
        AssertRefused(text, line, message);
        Assert.NotEmpty((await Schema()).Validate(text));
    }

    [Theory]
    [InlineData("\"to\": \"done\"", "\"to\": \"gone\"", 19, "Tillståndet \"gone\" finns inte. Välj bland begun, done.")]
    [InlineData("\"to\": \"done\"", "\"to\": \"begun\"", 24, "Ingen övergång leder till \"done\" från början, \"begun\".")]
    [InlineData("\"key\": \"done\"", "\"key\": \"begun\"", 24, "Tillståndet \"begun\" finns redan på rad 9.", 19)]
    [InlineData("\"on\": \"again\"", "\"on\": \"end\"", 20, "Övergången \"end\" finns redan på rad 19.")]
    [InlineData("\"final\": true", "\"final\": false", 24, "Ur \"done\" leder ingen övergång.")]
    [InlineData("\"due\": \"+10 arbetsdagar\"", "\"due\": \"-1d\"", 12, "Sista dagen (due) ligger före dagen då tillståndet börjar.")]
    [InlineData("\"after\": \"+9d\"", "\"after\": \"+1d\"", 15, "Eskaleringen kommer inte efter den som står före.")]
    [InlineData("\"place\": \"board\"", "\"place\": \"unit\"", 17, "\"unit\" står två gånger i \"human\".")]
    [InlineData("\"final\": true", "\"final\": true, \"due\": \"+1d\"", 24, "\"done\" har en sista dag men ingen som ska göra något.")]
    public void What_is_wrong_in_meaning_is_refused_by_the_reader(string sound, string wrong, int line, string message, params int[] alsoAt)
    {
        var faults = DefinitionReader.Read(Path, Planted(sound, wrong)).Faults;
        Assert.Equal([.. alsoAt, line], faults.Select(fault => fault.Line));
        Assert.Contains(faults, fault => fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_state_can_be_the_end_for_some_kinds_of_place()
    {
        var text = Planted("\"help\": \"Börja här.\",", "\"help\": \"Börja här.\", \"final\": [\"unit\"],");
        var begun = DefinitionReader.Read(Path, text).Definition!["begun"];
        Assert.Equal((true, false, false), (begun.IsFinalAt("unit"), begun.IsFinalAt("board"), begun.IsFinalAt(null)));
        Assert.Empty((await Schema()).Validate(text));
    }

    [Fact]
    public async Task Steps_and_states_in_one_file_are_refused()
    {
        var text = Planted("\"states\": [", "\"steps\": [], \"states\": [");
        AssertRefused(text, 7, "Nyckeln \"steps\" är okänd här.");
        Assert.NotEmpty((await Schema()).Validate(text));
    }

    [Theory]
    [InlineData("risk", "identified", "assessed", "planned", "acted", "followed-up", "closed")]
    [InlineData("checklist-publishing", "draft", "consulted", "answered", "published", "replaced", "retired", "dropped")]
    [InlineData("annual-report", "draft", "completed", "treated", "submitted", "locked", "decided", "frozen")]
    [InlineData("task-allocation", "offered", "accepted", "change-asked", "renounced", "declined", "ended")]
    [InlineData("safety-rep-request", "requested", "confirmed", "answered", "referred", "ended")]
    public void The_shipped_definitions_have_their_states(string key, params string[] states) =>
        Assert.Equal(states, DefinitionReader.Read(RepositoryFolder.Of("workflows", key, "1.json")).Definition!.Steps.Select(state => state.Key));

    private static Task<JsonSchema> Schema() => JsonSchema.FromFileAsync(RepositoryFolder.Of("docs", "schema", "workflow-1.schema.json"));

    private static string Planted(string sound, string wrong)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        return Sound.Replace(sound, wrong, StringComparison.Ordinal);
    }

    private static void AssertRefused(string text, int line, string message)
    {
        var fault = Assert.Single(DefinitionReader.Read(Path, text).Faults);
        Assert.Equal((Path, line), (fault.File, fault.Line));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
