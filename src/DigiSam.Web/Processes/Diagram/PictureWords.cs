using System.Globalization;
using DigiSam.Web.SamYears;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Web.Processes.Diagram;

/// <summary>What stands in the drawings, and what they show in words.</summary>
internal static class PictureWords
{
    /// <summary>The tag of a state's box; null where nothing is to be said.</summary>
    public static string? Tag(ProcessDefinition definition, ProcessState? state, StepDefinition step) =>
        state is null
            ? step == definition.Steps[0] ? "Börjar här" : step.IsFinal ? "Klart här" : null
            : state.Steps.FirstOrDefault(status => status.Key == step.Key)?.State switch
            {
                StepState.Open => "● Här nu",
                StepState.Closed => "✓ Passerat",
                _ => null,
            };

    /// <summary>", läget nu" after the title of a state.</summary>
    public static string Standing(ProcessState? state, StepDefinition step) =>
        state?.Steps.FirstOrDefault(status => status.Key == step.Key)?.State switch
        {
            StepState.Open => " (läget nu)",
            StepState.Closed => " (passerat)",
            _ => "",
        };

    /// <summary>"Färdigställ leder till Färdigställd; …".</summary>
    public static string Ways(ProcessDefinition definition, StepDefinition state) => state.Exits.Count == 0
        ? "Härifrån leder ingenting vidare."
        : $"{string.Join("; ", state.Exits.Select(exit => exit.To == state.Key ? $"”{exit.Title}” börjar om läget" : $"”{exit.Title}” leder till {definition[exit.To].Title}"))}.";

    /// <summary>"7 januari – 15 februari 2026, får pågå samtidigt med 2, 3 och 4" of a step as it is planned.</summary>
    public static string Planned(ProcessState state, StepStatus status) => $"{StepWords.Span(status.OpensOn, status.DueOn)}{Beside(state, status)}";

    /// <summary>"Försenat, 7 januari – 15 februari 2026" of a step as it stands.</summary>
    public static string Standing(StepStatus status, DateOnly today) =>
        $"{StepWords.Word(status.State, IsLate(status, today))}, {StepWords.Span(status.OpensOn, status.DueOn)}";

    /// <summary>The sign of a bar.</summary>
    public static string Sign(StepStatus status, DateOnly today) => StepWords.Sign(status.State, IsLate(status, today));

    public static string Look(StepStatus status, DateOnly today) => StepWords.Look(status.State, IsLate(status, today));

    private static string Beside(ProcessState state, StepStatus status)
    {
        var beside = state.Steps
            .Select((other, index) => (other.Key, Number: (index + 1).ToString(CultureInfo.InvariantCulture)))
            .Where(other => other.Key != status.Key && state.Definition.MayRunSideBySide(status.Key, other.Key))
            .Select(other => other.Number).ToList();
        return beside.Count == 0 ? "" : $", får pågå samtidigt med {ProcessWords.Listed(beside)}";
    }

    private static bool IsLate(StepStatus status, DateOnly today) => status.State == StepState.Open && status.DueOn < today;
}
