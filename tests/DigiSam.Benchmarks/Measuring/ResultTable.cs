using System.Globalization;
using Spectre.Console;

namespace DigiSam.Benchmarks.Measuring;

/// <summary>A goal for a figure: its words, and whether it is reached; null where there is none.</summary>
internal sealed record Goal(string Words, bool Reached)
{
    public static Goal AtMost(double figure, double most, string unit) =>
        new($"högst {most.ToString("0.##", ResultTable.Swedish)}{unit}", figure <= most);

    /// <summary>Both must be reached.</summary>
    public Goal And(Goal other) => new($"{Words}, {other.Words}", Reached && other.Reached);
}

/// <summary>Figures of DigiSam, each beside its bound, with their ratio and the goal.</summary>
internal sealed class ResultTable
{
    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private readonly Table _table;
    private readonly List<string> _notes = [];

    public ResultTable(string title, string unit = "ms") => _table = new Table().Title(title)
        .AddColumns("Det här", $"DigiSam ({unit})", "Jämfört med", $"Gräns ({unit})", "Kvot", "Mål", "Nått");

    public void Add(string what, string ours, string against, string bound, double ratio, Goal? goal = null) => _table.AddRow(
        Markup.Escape(what), ours, Markup.Escape(against), bound, ratio.ToString("0.0", Swedish), goal?.Words ?? "", goal is null ? "" : goal.Reached ? "ja" : "nej");

    public void Note(string sentence) => _notes.Add(sentence);

    public void Print()
    {
        AnsiConsole.Write(_table);
        foreach (var note in _notes)
            AnsiConsole.WriteLine(note);
        AnsiConsole.WriteLine();
    }

    /// <summary>The median of sorted rounds, with the shortest and the longest.</summary>
    public static string Show(double[] sorted) => $"{Show(Rounds.Median(sorted))} ({Show(sorted[0])}–{Show(sorted[^1])})";

    public static string Show(double figure) => figure.ToString(figure < 10 ? "0.00" : figure < 100 ? "0.0" : "0", Swedish);
}
