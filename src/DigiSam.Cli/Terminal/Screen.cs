using System.Globalization;
using Spectre.Console;

namespace DigiSam.Cli.Terminal;

/// <summary>What the command line shows: results on standard output; faults, notes and progress on standard error.</summary>
internal sealed class Screen(TextWriter output, TextWriter errors)
{
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
    /// The same, with a count: <paramref name="what"/> has {0} for how many are done and {1} for how many there are. Where the
    /// output is read by a program each tenth part is a line.
    /// </summary>
    public async Task<T> Counting<T>(string what, int all, Func<IProgress<int>, Task<T>> work)
    {
        if (Console.IsErrorRedirected || !_progress.Profile.Capabilities.Interactive)
            return await work(new Count(done =>
            {
                if (done == all || done % Math.Max(1, all / 10) == 0)
                    errors.WriteLine(string.Format(CultureInfo.InvariantCulture, what, done, all));
            }));
        return await _progress.Status().StartAsync(Markup.Escape(string.Format(CultureInfo.InvariantCulture, what, 0, all)), status =>
            work(new Count(done => status.Status(Markup.Escape(string.Format(CultureInfo.InvariantCulture, what, done, all))))));
    }

    /// <summary>Tells at once, on the thread that does the work.</summary>
    private sealed class Count(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
