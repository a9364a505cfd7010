using DigiSam.Processes.Simulation;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Simulation;

namespace DigiSam.Cli.Commands;

/// <summary>A simulation as lines of text: a table and a bar for each month, how the steps went, and the worst day.</summary>
internal static class SimulationTable
{
    /// <summary>So many letters is the longest bar.</summary>
    private const int Longest = 48;

    private const int MostShares = 4;

    public static IEnumerable<string> Lines(SimulationResult result) =>
    [
        $"{result.Definition.Title} ({result.Definition.Key}@{result.Definition.Version}), {result.Year}, {SimulationWords.Places(result)}",
        result.Behaviour.Sentence(),
        "",
        .. Table(Months(result)),
        "",
        "Uppgifter █  påminnelser ▒  eskaleringar ▓",
        .. Bars(result),
        "",
        .. Table([[result.Definition.Flow == ProcessFlow.States ? "Tillstånd" : "Steg", "i tid", "för sent", "inte klara", "öppnade aldrig"], .. result.Steps.Where(step => !step.Step.IsFinal).Select(step => Row(step.Step.Title, step.OnTime, step.Late, step.NeverClosed, step.NeverOpened))]),
        "",
        .. Worst(result),
    ];

    private static IEnumerable<string[]> Months(SimulationResult result)
    {
        var columns = SimulationColumn.Of(result);
        yield return ["Månad", .. columns.Select(column => $"{column.Role}: {column.Kind}"), "Klara steg", "varav sent", "Mest på en dag"];
        foreach (var month in result.Months)
        {
            yield return
            [
                .. Row(SimulationWords.Month(month.First, result.Year), [.. columns.Select(column => column.In(month)), month.Closed, month.ClosedLate]),
                month.Busiest is { } day ? $"{SimulationWords.Number(day.Load.All)} {SimulationWords.ShortDay(day.Day)}" : "–",
            ];
        }

        yield return
        [
            .. Row("Summa", [.. columns.Select(column => column.InAll(result)), result.Months.Sum(month => month.Closed), result.Months.Sum(month => month.ClosedLate)]),
            "",
        ];
    }

    private static IEnumerable<string> Bars(SimulationResult result)
    {
        var most = Math.Max(1, result.Months.Max(month => month.Load.All));
        return result.Months.Select(month =>
            $"{SimulationWords.Month(month.First, result.Year),-9}{Bar('█', month.Load.Tasks)}{Bar('▒', month.Load.Reminders)}{Bar('▓', month.Load.Escalations)} {SimulationWords.Number(month.Load.All)}");

        // What there is little of is still seen.
        string Bar(char mark, int count) => new(mark, count == 0 ? 0 : Math.Max(1, (int)Math.Round((double)count * Longest / most)));
    }

    private static IEnumerable<string> Worst(SimulationResult result)
    {
        if (result.Busiest is not { } busiest || result.Hardest is not { } hardest)
            return ["Ingen får något att göra."];
        return
        [
            $"Mest på en dag: {SimulationWords.Day(busiest.Day)}, {SimulationWords.Parts(busiest.Load)}.",
            .. SimulationWords.Shares(result.OnBusiestDay, MostShares).Select(share => $"  {share}"),
            $"Flest till en person samma dag: {SimulationWords.Hardest(hardest)}.",
            .. result.Unreceived > 0 ? [$"Når ingen, för att rollen inte finns: {SimulationWords.Number(result.Unreceived)}."] : Array.Empty<string>(),
        ];
    }

    private static string[] Row(string name, params int[] numbers) => [name, .. numbers.Select(SimulationWords.Number)];

    /// <summary>The first column to the left, the others to the right; long heads are broken between words.</summary>
    private static IEnumerable<string> Table(IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        var heads = all[0].Select(head => head.Split(": ")).ToList();
        var deep = heads.Max(head => head.Length);
        for (var line = 0; line < deep; line++)
            all.Insert(line, [.. heads.Select(head => line - (deep - head.Length) is var at && at >= 0 ? head[at] + (at < head.Length - 1 ? ":" : "") : "")]);
        all.RemoveAt(deep);
        var widths = heads.Select((_, column) => all.Max(row => row[column].Length)).ToList();
        return all.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }
}
