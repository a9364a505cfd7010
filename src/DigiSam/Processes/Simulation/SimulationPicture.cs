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

    private const int Margin = 24;

    /// <summary>Where bars begin and how long the longest is, in per cent of the width.</summary>
    private const double Start = 15;

    private const double Longest = 66;

    private const string Style =
        """
        svg { color: #1f2622; font: 13px system-ui, sans-serif; --task: #1d4a3c; --reminder: #fbecd0; --reminder-edge: #9a6200; --escalation: #a3271b; --ground: #fffefb; }
        text { fill: currentcolor; } .head { font-size: 18px; font-weight: 650; } .ground { fill: var(--ground); } .sim-task { fill: var(--task); } .sim-reminder { fill: var(--reminder); stroke: var(--reminder-edge); } .sim-escalation { fill: var(--escalation); }
        @media (prefers-color-scheme: dark) { svg { color: #ece9e0; --task: #8fcdb5; --reminder: #352b15; --reminder-edge: #e0b050; --escalation: #f2a79d; --ground: #1e2521; } }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>A file of its own, with its colours and a heading.</summary>
    public static string File(SimulationResult result) => new XElement(Svg + "svg",
        new XAttribute("width", 720 + (2 * Margin)),
        new XAttribute("height", HeightOf(result) + 56 + Margin),
        Told(result),
        new XElement(Svg + "style", Style),
        new XElement(Svg + "rect", new XAttribute("class", "ground"), new XAttribute("width", "100%"), new XAttribute("height", "100%")),
        new XElement(Svg + "text", new XAttribute("x", Margin), new XAttribute("y", 36), new XAttribute("class", "head"), TitleOf(result)),
        new XElement(Svg + "svg", new XAttribute("x", Margin), new XAttribute("y", 48), new XAttribute("width", 720), new XAttribute("height", HeightOf(result)), Drawn(result))).ToString();

    /// <summary>A part of a page, which has the colours.</summary>
    public static string Inline(SimulationResult result) => new XElement(Svg + "svg",
        new XAttribute("width", "100%"), new XAttribute("height", HeightOf(result)), new XAttribute("class", "simulation"), Told(result), Drawn(result)).ToString(SaveOptions.DisableFormatting);

    private static int HeightOf(SimulationResult result) => Top + (Row * result.Months.Count);

    private static string TitleOf(SimulationResult result) => $"{result.Definition.Title} {result.Year}, månad för månad: {result.Behaviour.Name().ToLowerInvariant()}";

    private static object[] Told(SimulationResult result) =>
    [
        new XAttribute("role", "img"),
        new XAttribute("aria-labelledby", "sim-titel sim-text"),
        new XElement(Svg + "title", new XAttribute("id", "sim-titel"), TitleOf(result)),
        new XElement(Svg + "desc", new XAttribute("id", "sim-text"), Description(result)),
    ];

    private static IEnumerable<XElement> Drawn(SimulationResult result)
    {
        var most = Math.Max(1, result.Months.Max(month => month.Load.All));
        return [.. Legend(), .. result.Months.SelectMany((month, index) => Bar(month, result.Year, Top + (Row * index), most))];
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
