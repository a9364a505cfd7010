using System.Globalization;
using System.Xml.Linq;
using DigiSam.Workflows.Simulation;

namespace DigiSam.Processes.Simulation;

/// <summary>
/// A bar for each month, in parts for tasks, reminders and escalations. Places along the bars are in per cent and texts keep their
/// size, so that the same picture is read on a telephone and on paper.
/// </summary>
public static class SimulationPicture
{
    private const int Row = 26;

    private const int Top = 34;

    /// <summary>Where bars begin and how long the longest is, in per cent of the width.</summary>
    private const double Start = 15;

    private const double Longest = 66;

    private const string Style =
        """
        svg { background: #fffefb; color: #1f2622; font: 13px system-ui, sans-serif; --task: #1d4a3c; --reminder: #fbecd0; --reminder-edge: #9a6200; --escalation: #a3271b; }
        text { fill: currentcolor; } .sim-task { fill: var(--task); } .sim-reminder { fill: var(--reminder); stroke: var(--reminder-edge); } .sim-escalation { fill: var(--escalation); }
        @media (prefers-color-scheme: dark) { svg { background: #1e2521; color: #ece9e0; --task: #8fcdb5; --reminder: #352b15; --reminder-edge: #e0b050; --escalation: #f2a79d; } }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>A file of its own, with its colours in it.</summary>
    public static string File(SimulationResult result) =>
        Drawn(result, new XAttribute("width", 720), new XElement(Svg + "style", Style)).ToString();

    /// <summary>A part of a page, which has the colours.</summary>
    public static string Inline(SimulationResult result) => Drawn(result, new XAttribute("width", "100%"), style: null).ToString(SaveOptions.DisableFormatting);

    private static XElement Drawn(SimulationResult result, XAttribute width, XElement? style)
    {
        var most = Math.Max(1, result.Months.Max(month => month.Load.All));
        return new XElement(Svg + "svg",
            width,
            new XAttribute("height", Top + (Row * result.Months.Count)),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "sim-titel sim-text"),
            new XAttribute("class", "simulation"),
            style,
            new XElement(Svg + "title", new XAttribute("id", "sim-titel"), $"{result.Definition.Title} {result.Year}, månad för månad: {result.Behaviour.Name().ToLowerInvariant()}"),
            new XElement(Svg + "desc", new XAttribute("id", "sim-text"), Description(result)),
            Legend(),
            result.Months.Select((month, index) => Bar(month, result.Year, Top + (Row * index), most)));
    }

    private static string Description(SimulationResult result) => string.Join(
        ". ", result.Months.Select(month => $"{SimulationWords.Month(month.First, result.Year)}: {SimulationWords.Parts(month.Load)}").Append("Samma siffror står i tabellen."));

    private static IEnumerable<XElement> Legend() => new[] { ("sim-task", "Uppgifter", 0), ("sim-reminder", "Påminnelser", 31), ("sim-escalation", "Eskaleringar", 65) }
        .SelectMany(kind => new[]
        {
            Box(kind.Item1, Percent(kind.Item3), "14", 8),
            new XElement(Svg + "text", new XAttribute("x", Percent(kind.Item3)), new XAttribute("dx", 20), new XAttribute("y", 20), kind.Item2),
        });

    private static IEnumerable<XElement> Bar(MonthLoad month, int year, int y, int most)
    {
        yield return new XElement(Svg + "text", new XAttribute("x", 0), new XAttribute("y", y + 16), SimulationWords.Month(month.First, year));
        var x = Start;
        foreach (var (look, count) in new[] { ("sim-task", month.Load.Tasks), ("sim-reminder", month.Load.Reminders), ("sim-escalation", month.Load.Escalations) })
        {
            var width = Longest * count / most;
            if (count > 0)
                yield return Box(look, Percent(x), Percent(width), y + 3);
            x += width;
        }

        yield return new XElement(Svg + "text", new XAttribute("x", Percent(x)), new XAttribute("dx", 6), new XAttribute("y", y + 16), SimulationWords.Number(month.Load.All));
    }

    private static XElement Box(string look, string x, string width, int y) => new(Svg + "rect",
        new XAttribute("class", look), new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", 16));

    private static string Percent(double number) => string.Create(CultureInfo.InvariantCulture, $"{number:0.##}%");
}
