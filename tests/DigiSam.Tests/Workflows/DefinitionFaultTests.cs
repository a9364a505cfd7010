using DigiSam.Tests.Support;
using DigiSam.Workflows.Definitions;
using FsCheck.Xunit;
using NJsonSchema;

namespace DigiSam.Tests.Workflows;

public sealed class DefinitionFaultTests
{
    private const string File = "workflows/demo/2.json";

    private const string Letters100 = "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijjjjjjjjjj";

    private const string Sound =
        """
        {
          "format": 1,
          "key": "demo",
          "version": 2,
          "title": "Prov",
          "help": "Ett prov.",
          "steps": [
            {
              "key": "first",
              "title": "Först",
              "help": "Börja här.",
              "opens": "02-29",
              "due": "03-31",
              "reminders": ["-14d", "-0d"],
              "escalation": { "after": "+5 arbetsdagar", "to": "next-manager" },
              "human": { "role": "manager", "place": "unit", "with": ["safety-rep"] },
              "beside": ["second"],
              "guards": ["all-done"],
              "transitions": ["second"]
            },
            {
              "key": "second",
              "title": "Sedan",
              "help": "Fortsätt här.",
              "opens": "+40d",
              "due": "+10 arbetsdagar",
              "reminders": [],
              "human": { "role": "manager", "place": "unit" },
              "guards": [],
              "transitions": []
            }
          ]
        }
        """;

    [Fact]
    public async Task The_sound_file_that_the_faults_are_planted_in_is_accepted()
    {
        var reading = DefinitionReader.Read(File, Sound);

        Assert.Empty(reading.Faults);
        Assert.True(reading.IsValid);
        Assert.Empty(reading.Definition.Steps[1].Escalations);
        Assert.True(reading.Definition.MayRunSideBySide("second", "first"));
        Assert.Empty((await Schema()).Validate(Sound));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", 2, "Bara format 1 går att läsa.")]
    [InlineData("\"format\": 1", "\"format\": \"1\"", 2, "Bara format 1 går att läsa.")]
    [InlineData("\"format\": 1,", "", 1, "Nyckeln \"format\" saknas")]
    [InlineData("\"title\": \"Prov\"", "\"titel\": \"Prov\", \"title\": \"Prov\"", 5, "Nyckeln \"titel\" är okänd här.")]
    [InlineData("\"guards\": []", "\"guards\": [], \"villkor\": []", 29, "Nyckeln \"villkor\" är okänd här.")]
    [InlineData("\"to\": \"next-manager\"", "\"to\": \"next-manager\", \"cc\": \"hr\"", 15, "Nyckeln \"cc\" är okänd här.")]
    [InlineData("\"help\": \"Fortsätt här.\",", "", 21, "Nyckeln \"help\" saknas")]
    [InlineData("\"role\": \"manager\", \"place\": \"unit\" }", "\"role\": \"manager\" }", 28, "Nyckeln \"place\" saknas")]
    [InlineData("{ \"after\": \"+5 arbetsdagar\", \"to\"", "{ \"to\"", 15, "Nyckeln \"after\" saknas")]
    [InlineData("\"title\": \"Först\"", "\"title\": \" \"", 10, "Skriv en text inom citattecken för \"title\".")]
    [InlineData("\"title\": \"Först\"", "\"title\": 5", 10, "Skriv en text inom citattecken för \"title\".")]
    [InlineData("\"title\": \"Prov\"", $"\"title\": \"{Letters100}k\"", 5, "Texten för \"title\" får ha högst 100 tecken, inte 101.")]
    [InlineData("\"title\": \"Först\"", $"\"title\": \"{Letters100}k\"", 10, "Texten för \"title\" får ha högst 100 tecken, inte 101.")]
    [InlineData("\"key\": \"first\"", $"\"key\": \"{Letters100}k\"", 9, "Namnet \"aaaaaaaaaabbbbbbbbbb…\" får ha högst 100 tecken, inte 101.")]
    [InlineData("[\"all-done\"]", $"[\"{Letters100}k\"]", 18, "får ha högst 100 tecken, inte 101.")]
    [InlineData("\"version\": 2", "\"version\": \"2\"", 4, "Skriv ett heltal från 1 och uppåt för \"version\"")]
    [InlineData("\"version\": 2", "\"version\": 0", 4, "Skriv ett heltal från 1 och uppåt för \"version\"")]
    [InlineData("\"key\": \"first\"", "\"key\": \"Första\"", 9, "\"Första\" är inget namn.")]
    [InlineData("[\"all-done\"]", "[\"all-done\", \"all-done\"]", 18, "\"all-done\" står två gånger i \"guards\".")]
    [InlineData("[\"all-done\"]", "\"all-done\"", 18, "Skriv en lista inom [ ] för \"guards\".")]
    [InlineData("{ \"after\": \"+5 arbetsdagar\", \"to\": \"next-manager\" }", "5", 15, "Här ska det stå ett objekt")]
    [InlineData("\"opens\": \"+40d\"", "\"opens\": \"i mars\"", 25, "\"i mars\" är ingen tid.")]
    [InlineData("[\"-14d\", ", "[\"-14d\", \"-2 veckor\", ", 14, "\"-2 veckor\" är ingen tid.")]
    [InlineData("\"after\": \"+5 arbetsdagar\"", "\"after\": \"5 arbetsdagar\"", 15, "\"5 arbetsdagar\" är ingen tid.")]
    [InlineData("\"due\": \"03-31\"", "\"due\": \"04-31\"", 13, "\"04-31\" är ingen tid.")]
    [InlineData("[\"-14d\", ", "[\"-14d\", \"-14d\", ", 14, "Påminnelsen \"-14d\" står två gånger.")]
    public async Task What_is_wrong_in_form_is_refused_by_reader_and_schema(string sound, string wrong, int line, string message)
    {
        var text = Planted(sound, wrong);

        AssertRefused(DefinitionReader.Read(File, text), line, message);
        Assert.NotEmpty((await Schema()).Validate(text));
    }

    [Theory]
    [InlineData("\"key\": \"demo\"", "\"key\": \"other\"", 3, "Nyckeln \"other\" är inte namnet på mappen, \"demo\".")]
    [InlineData("\"version\": 2", "\"version\": 3", 4, "Version 3 ska stå i filen \"3.json\", inte i \"2.json\".")]
    [InlineData("\"key\": \"first\"", "\"key\": \"second\"", 22, "Steget \"second\" finns redan på rad 9.")]
    [InlineData("\"transitions\": []", "\"transitions\": [\"third\"]", 30, "Steget \"third\" finns inte. Välj bland first, second.")]
    [InlineData("\"beside\": [\"second\"]", "\"beside\": [\"third\"]", 17, "Steget \"third\" finns inte.")]
    [InlineData("\"due\": \"03-31\"", "\"due\": \"02-28\"", 13, "Sista dagen (due) ligger före dagen då steget öppnar (opens).")]
    [InlineData("\"due\": \"+10 arbetsdagar\"", "\"due\": \"-1d\"", 26, "Sista dagen (due) ligger före dagen då steget öppnar (opens).")]
    [InlineData("[\"-14d\", \"-0d\"]", "[\"-14d\", \"+1d\"]", 14, "Påminnelsen \"+1d\" kommer inte före sista dagen.")]
    [InlineData("[\"-14d\", \"-0d\"]", "[\"03-20\"]", 14, "Påminnelsen \"03-20\" kommer inte före sista dagen.")]
    [InlineData("\"after\": \"+5 arbetsdagar\"", "\"after\": \"-5 arbetsdagar\"", 15, "Eskaleringen ska komma efter sista dagen.")]
    [InlineData("\"after\": \"+5 arbetsdagar\"", "\"after\": \"+0d\"", 15, "Eskaleringen ska komma efter sista dagen.")]
    [InlineData("\"title\": \"Sedan\"", "\"title\": \"Sedan\", \"title\": \"Sen\"", 23, "Nyckeln \"title\" står redan på rad 23.")]
    [InlineData("\"transitions\": []", "\"transitions\": [\"first\"]", 9, "Övergångarna går i ring, så att stegen first, second aldrig kan öppna.")]
    [InlineData("\"transitions\": []", "\"transitions\": [\"second\"]", 22, "Övergångarna går i ring, så att stegen second aldrig kan öppna.")]
    [InlineData("\"version\": 2,", "\"version\": 2", 5, "Filen går inte att läsa här.")]
    [InlineData("\"title\": \"Prov\"", "\"title\": \"\\ud800\"", 5, "Filen går inte att läsa här.")]
    public void What_is_wrong_in_meaning_is_refused_by_the_reader(string sound, string wrong, int line, string message) =>
        AssertRefused(DefinitionReader.Read(File, Planted(sound, wrong)), line, message);

    [Fact]
    public void The_longest_title_and_name_of_a_step_are_accepted() =>
        Assert.Empty(DefinitionReader.Read(File, Planted("\"title\": \"Först\"", $"\"title\": \"{Letters100}\"").Replace("\"first\"", $"\"{Letters100}\"", StringComparison.Ordinal)).Faults);

    [Theory]
    [InlineData("", "Filen går inte att läsa här.")]
    [InlineData("[]", "Här ska det stå ett objekt")]
    [InlineData("{} {}", "Filen går inte att läsa här.")]
    public void What_is_no_definition_at_all_is_refused(string text, string message) =>
        AssertRefused(DefinitionReader.Read(File, text), line: 1, message);

    [Fact]
    public async Task A_process_without_steps_is_refused()
    {
        const string Empty = """{ "format": 1, "key": "demo", "version": 2, "title": "Prov", "help": "Ett prov.", "steps": [] }""";

        AssertRefused(DefinitionReader.Read(File, Empty), line: 1, "Listan \"steps\" är tom.");
        Assert.NotEmpty((await Schema()).Validate(Empty));
    }

    [Fact]
    public void All_faults_are_told_at_once_in_the_order_of_their_lines()
    {
        var text = Planted("\"key\": \"demo\"", "\"key\": \"other\"")
            .Replace("\"due\": \"03-31\"", "\"due\": \"sen\"", StringComparison.Ordinal)
            .Replace("\"transitions\": []", "\"transitions\": [\"third\"]", StringComparison.Ordinal);

        Assert.Equal([3, 13, 30], DefinitionReader.Read(File, text).Faults.Select(fault => fault.Line));
    }

    [Fact]
    public void A_faulty_file_on_disk_is_told_by_its_path_and_line()
    {
        var folder = Directory.CreateTempSubdirectory("demo");
        try
        {
            var path = Path.Combine(folder.FullName, "2.json");
            System.IO.File.WriteAllText(path, Planted("\"key\": \"demo\"", $"\"key\": \"{folder.Name.ToLowerInvariant()}x\""));

            Assert.Contains(DefinitionReader.Read(path).Faults, fault => (fault.File, fault.Line) == (path, 3));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Property]
    public bool Whatever_is_overwritten_the_reader_answers_with_a_definition_or_with_faults(ushort at, char wrong)
    {
        var place = at % Sound.Length;
        var reading = DefinitionReader.Read(File, $"{Sound[..place]}{wrong}{Sound[(place + 1)..]}");
        return reading.IsValid == (reading.Faults.Count == 0);
    }

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(RepositoryFolder.Of("docs", "schema", "workflow-1.schema.json"));

    private static string Planted(string sound, string wrong)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        return Sound.Replace(sound, wrong, StringComparison.Ordinal);
    }

    private static void AssertRefused(DefinitionReading reading, int line, string message)
    {
        Assert.Null(reading.Definition);
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((File, line), (fault.File, fault.Line));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
