using System.CommandLine;
using System.CommandLine.Help;

namespace DigiSam.Cli.Terminal;

/// <summary>
/// Writes the help in Swedish, from the commands themselves: the library's own help has no Swedish (ADR 0007).
/// </summary>
internal static class SwedishHelp
{
    public static Option OptionOf(RootCommand root) => root.Options.OfType<HelpOption>().Single();

    /// <summary>"digisam report build".</summary>
    public static string PathOf(Command command)
    {
        var names = new Stack<string>();
        for (var at = command; at is not RootCommand; at = at.Parents.OfType<Command>().First())
            names.Push(at.Name);
        return string.Join(' ', names.Prepend("digisam"));
    }

    public static void Write(Command command, TextWriter output)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine("Så här skrivs det:");
        output.WriteLine($"  {PathOf(command)}{Usage(command)}");
        Section(output, "Kommandon", command.Subcommands.Select(sub => (PathOf(sub)[8..], sub.Description ?? "")));
        Section(output, "Argument", command.Arguments.Select(argument => (ArgumentName(argument), argument.Description ?? "")));
        Section(output, "Val", command.Options.Where(option => option is not HelpOption and not VersionOption && !option.Recursive).Select(Describe));
        Section(output, "Val för alla kommandon", Inherited(command).Select(Describe)
            .Append(("--help", "Visa hjälpen.")).Append(("--version", "Visa versionen.")));
        if (command is RootCommand)
            WriteExitCodes(output);
    }

    private static string Usage(Command command)
    {
        if (command.Subcommands.Count > 0)
            return " KOMMANDO …";
        var required = command.Options.Where(option => option.Required).Select(option => $" {option.Name} {option.HelpName}");
        var more = command.Options.Any(option => !option.Required) ? " [val]" : "";
        return $"{string.Concat(command.Arguments.Select(argument => argument.HasDefaultValue ? $" [{ArgumentName(argument)}]" : $" {ArgumentName(argument)}"))}{string.Concat(required)}{more}";
    }

    private static string ArgumentName(Argument argument) =>
        $"{argument.HelpName ?? argument.Name}{(argument.Arity.MaximumNumberOfValues > 1 ? " …" : "")}";

    private static (string Name, string Text) Describe(Option option) => (
        option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}",
        $"{option.Description}{(option.Required ? " (krävs)" : "")}");

    private static IEnumerable<Option> Inherited(Command command)
    {
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
        {
            foreach (var option in at.Options.Where(option => option.Recursive && option is not HelpOption and not VersionOption))
                yield return option;
        }
    }

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string Text)> rows)
    {
        var listed = rows.ToList();
        if (listed.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine($"{title}:");
        var width = Math.Min(listed.Max(row => row.Name.Length), 32);
        var margin = $"\n  {new string(' ', width)}  ";
        foreach (var (name, text) in listed)
            output.WriteLine($"  {name.PadRight(width)}{(name.Length > width ? margin : "  ")}{string.Join(margin, Lines(text))}");
    }

    /// <summary>A text in lines that end between words; one that is only a little long is left whole.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        while (text.Length > 130 && text.LastIndexOf(' ', 100) is > 0 and var end)
        {
            yield return text[..end];
            text = text[(end + 1)..];
        }

        yield return text;
    }

    private static void WriteExitCodes(TextWriter output) => Section(output, "Slutkoder",
    [
        ($"{ExitCode.Ok}", "Gjort."),
        ($"{ExitCode.Refused}", "Underlaget godtogs inte, eller kontrollen fann ett fel. Ingenting från den filen har sparats."),
        ($"{ExitCode.Usage}", "Kommandot är felskrivet."),
        ($"{ExitCode.Installation}", "Databasen, en fil eller en definition kan inte användas."),
        ($"{ExitCode.Unexpected}", "Ett oväntat fel i programmet."),
    ]);
}
