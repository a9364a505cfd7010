using System.Globalization;
using Spectre.Console;

namespace DigiSam.Cli.Terminal;

/// <summary>What the command line shows: results on standard output; faults, notes and progress on standard error.</summary>
internal sealed class Screen(TextWriter output, TextWriter errors)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private readonly IAnsiConsole _progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });

    public void Line(string text = "") => output.WriteLine(text);

    public void Note(string text) => errors.WriteLine($"Obs: {text}");

    /// <summary>Asks for something that is written on the same line.</summary>
    public void Prompt(string text) => errors.Write(text);

    public void Error(string text) => errors.WriteLine(text);

    /// <summary>Lists details one a line, all of them: each names something to mend.</summary>
    public void ErrorLines(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
            errors.WriteLine($"  {line}");
    }

    /// <summary>Shows what is going on while it does: a spinner in a terminal, nothing where the output is read by a program.</summary>
    public async Task<T> While<T>(string what, Func<Task<T>> work)
    {
        if (Console.IsErrorRedirected || !_progress.Profile.Capabilities.Interactive)
            return await work();
        return await _progress.Status().StartAsync(Markup.Escape(what), _ => work());
    }

    /// <summary>
    /// The same with a bar and a count: <paramref name="each"/> has {0} for how many are done and {1} for how many there are,
    /// and <paramref name="last"/> says what remains when all are. Where the output is read by a program each tenth part is a line.
    /// </summary>
    public async Task<T> Counting<T>(string what, string each, string last, int all, Func<IProgress<int>, Task<T>> work)
    {
        string Said(int done) => string.Format(Swedish, each, done, all);
        if (Console.IsErrorRedirected || !_progress.Profile.Capabilities.Interactive)
            return await work(new Count(done =>
            {
                if (done == all || done % Math.Max(1, all / 10) == 0)
                    errors.WriteLine($"{what}: {Said(done)}");
            }));
        return await _progress.Progress().AutoClear(true).Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn()).StartAsync(bars =>
        {
            var bar = bars.AddTask(Markup.Escape($"{what}: {Said(0)}"), maxValue: all);
            return work(new Count(done =>
            {
                bar.Value = done;
                bar.Description = Markup.Escape($"{what}: {(done == all ? last : Said(done))}");
            }));
        });
    }

    /// <summary>Tells at once, on the thread that does the work.</summary>
    private sealed class Count(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
