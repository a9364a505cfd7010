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
}
