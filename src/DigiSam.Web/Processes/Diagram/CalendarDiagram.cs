using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Web.Processes.Diagram;

/// <summary>A step as a bar over the months, with a line of title and one of days and company above it.</summary>
/// <param name="Y">The top of the row, from the top of the drawing.</param>
internal sealed record StepBar(StepDefinition Step, int Number, StepStatus Status, string Title, IReadOnlyList<string> Lines, double Y, double BarY, double X, double Width);

/// <summary>The first day of a month in the drawing.</summary>
internal sealed record MonthMark(int Year, int Month, double X);

/// <summary>A process of the calendar as a drawing: a bar for each step over the months of the year.</summary>
internal sealed class CalendarDiagram
{
    public const double Width = 640;

    public const double TitleSize = 16;

    public const double TextSize = 14;

    public const double BarHeight = 16;

    public const double Top = 30;

    private const double Line = 20;

    private const double Gap = 18;

    private const double Margin = 8;

    private readonly DateOnly _first;

    private readonly double _perDay;

    private CalendarDiagram(DateOnly first, DateOnly end)
    {
        _first = first;
        _perDay = (Width - (2 * Margin)) / (end.DayNumber - first.DayNumber);
        Months = [.. Enumerable.Range(0, 60).Select(first.AddMonths).TakeWhile(month => month < end).Select(month => new MonthMark(month.Year, month.Month, X(month)))];
    }

    public IReadOnlyList<StepBar> Bars { get; private set; } = [];

    public IReadOnlyList<MonthMark> Months { get; }

    public double Height { get; private set; }

    /// <summary>Where a day begins, from the left of the drawing; days outside it lie at its edges.</summary>
    public double X(DateOnly day) => Math.Clamp(Margin + ((day.DayNumber - _first.DayNumber) * _perDay), Margin, Width - Margin);

    /// <summary>How far into the drawing a day lies, from 0 to 1.</summary>
    public static string PartOfYear(ProcessState state, DateOnly day) => SvgNumber.Of(Of(state, _ => "").X(day) / Width);

    /// <summary>The drawing of steps as they stand, or as they are planned.</summary>
    /// <param name="text">What stands below the title of a step.</param>
    public static CalendarDiagram Of(ProcessState state, Func<StepStatus, string> text)
    {
        var (earliest, latest) = (state.Steps.Min(step => step.OpensOn), state.Steps.Max(step => step.DueOn));
        var first = new DateOnly(Math.Min(state.Year, earliest.Year), 1, 1);
        var end = latest.Year > state.Year ? new DateOnly(latest.Year, latest.Month, 1).AddMonths(1) : new DateOnly(state.Year + 1, 1, 1);
        var diagram = new CalendarDiagram(first, end);
        var bars = new List<StepBar>();
        var y = Top + 8;
        foreach (var (status, position) in state.Steps.Select((status, position) => (status, position)))
        {
            var step = state.Definition[status.Key];
            var lines = TextMeasure.Lines(text(status), TextSize, Width - (2 * Margin));
            var barY = y + (Line * (1 + lines.Count)) + 6;
            var (from, to) = (diagram.X(status.OpensOn), diagram.X(status.DueOn.AddDays(1)));
            bars.Add(new StepBar(step, position + 1, status, $"{position + 1}. {step.Title}", lines, y, barY, from, Math.Max(4, to - from)));
            y = barY + BarHeight + Gap;
        }

        (diagram.Bars, diagram.Height) = (bars, y);
        return diagram;
    }
}
