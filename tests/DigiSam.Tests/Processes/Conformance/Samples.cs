using System.Globalization;

namespace DigiSam.Tests.Processes.Conformance;

/// <summary>The smallest definitions that show a behaviour.</summary>
internal static class Samples
{
    /// <summary>One step that opens and is due so many days after the year begins.</summary>
    public static string Step(int opens, int due, int version = 1) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "format": 1, "key": "watch", "version": {{version}}, "title": "Vakt", "help": "Ett enda steg.",
          "steps": [{
            "key": "only", "title": "Vaka", "help": "Vaka.", "opens": "+{{opens}}d", "due": "+{{due}}d", "reminders": ["-14d"],
            "escalation": [{ "after": "+1d", "to": "next-manager" }, { "after": "+30d", "to": "hr-strategist" }],
            "human": { "role": "manager", "place": "unit" }, "guards": [], "transitions": []
          }]
        }
        """);

    /// <summary>Two steps that open at once and run side by side.</summary>
    public static string TwoSteps(int version = 1) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "format": 1, "key": "pair", "version": {{version}}, "title": "Par", "help": "Två steg.",
          "steps": [
            {
              "key": "one", "title": "Det ena", "help": "Gör det ena.", "opens": "01-01", "due": "+30d", "reminders": [], "beside": ["other"],
              "human": { "role": "manager", "place": "unit" }, "guards": [], "transitions": ["other"]
            },
            {
              "key": "other", "title": "Det andra", "help": "Gör det andra.", "opens": "01-01", "due": "+40d", "reminders": [],
              "human": { "role": "manager", "place": "unit" }, "guards": [], "transitions": []
            }
          ]
        }
        """);

    /// <summary>Asked, answered, done; an answer may wait.</summary>
    public static string States(int version = 1, string second = "answered") => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "format": 1, "key": "question", "version": {{version}}, "title": "Fråga", "help": "En fråga.",
          "states": [
            {
              "key": "asked", "title": "Ställd", "help": "Svara.", "due": "+10d", "reminders": ["-3d"],
              "human": { "role": "manager", "place": "unit" },
              "transitions": [{ "on": "answer", "title": "Svara", "to": "{{second}}" }]
            },
            {
              "key": "{{second}}", "title": "Besvarad", "help": "Läs.", "due": "+20d",
              "human": { "role": "manager", "place": "unit" },
              "transitions": [{ "on": "wait", "title": "Vänta", "to": "{{second}}" }, { "on": "end", "title": "Avsluta", "to": "done" }]
            },
            { "key": "done", "title": "Klar", "help": "Klar.", "final": true, "transitions": [] }
          ]
        }
        """);
}
