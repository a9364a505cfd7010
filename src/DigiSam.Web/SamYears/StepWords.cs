using DigiSam.Language;
using DigiSam.SamYears;
using DigiSam.Workflows.Running;

namespace DigiSam.Web.SamYears;

/// <summary>How steps are spoken of: a word and a sign for each state, never colour alone.</summary>
internal static class StepWords
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    public static string Word(StepState state, bool overdue) => state switch
    {
        StepState.Closed => "Klart",
        StepState.Open when overdue => "Försenat",
        StepState.Open => "Öppet",
        _ => "Väntar",
    };

    /// <summary>The class of the badge and of the arc in the wheel.</summary>
    public static string Look(StepState state, bool overdue) => state switch
    {
        StepState.Closed => "good",
        StepState.Open when overdue => "late",
        StepState.Open => "needs",
        _ => "",
    };

    public static string Sign(StepState state, bool overdue) => state switch
    {
        StepState.Closed => "✓",
        StepState.Open when overdue => "!",
        StepState.Open => "●",
        _ => "○",
    };

    /// <summary>"7 januari – 15 februari 2026".</summary>
    public static string Span(DateOnly from, DateOnly to) => from.Year == to.Year
        ? $"{SwedishDate.Long(from)[..^5]} – {SwedishDate.Long(to)}"
        : $"{SwedishDate.Long(from)} – {SwedishDate.Long(to)}";

    public static string Span(YearStep step) => Span(step.OpensOn, step.DueOn);

    /// <summary>"mar" of 3.</summary>
    public static string Month(int month) => Months[month - 1];

    /// <summary>"14 mars 2026" of an instant.</summary>
    public static string Day(DateTimeOffset instant) => SwedishDate.Long(SwedishDate.DateIn(instant));
}
