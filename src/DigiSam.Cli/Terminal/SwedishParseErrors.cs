using System.CommandLine;
using System.CommandLine.Parsing;

namespace DigiSam.Cli.Terminal;

/// <summary>Says in Swedish what is wrong with a command, from what was parsed; the library's own messages have no Swedish.</summary>
internal static class SwedishParseErrors
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var messages = parsed.UnmatchedTokens.Select(token => $"\"{token}\" känns inte igen.").ToList();
        foreach (var error in parsed.Errors)
        {
            var message = error.SymbolResult switch
            {
                OptionResult { Tokens.Count: 0, Implicit: false } option => $"{option.Option.Name} behöver ett värde: {option.Option.Name} {option.Option.HelpName}",
                OptionResult { Tokens.Count: > 0 } option => $"{option.Option.Name} kan inte vara \"{string.Join(' ', option.Tokens)}\". {option.Option.Description}",
                OptionResult option => $"{option.Option.Name} saknas. {option.Option.Description}",
                ArgumentResult argument => $"{argument.Argument.HelpName ?? argument.Argument.Name} saknas. {argument.Argument.Description}",
                CommandResult command when command.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0 =>
                    $"Kommandot är inte färdigt. Välj {string.Join(", ", command.Command.Subcommands.Select(sub => sub.Name))}.",
                CommandResult command => Missing(parsed, command),
                _ => null,
            };
            if (message is { Length: > 0 } && !messages.Contains(message))
                messages.Add(message);
        }

        return messages.Count > 0 ? messages : ["Kommandot kan inte tydas."];
    }

    private static string? Missing(ParseResult parsed, CommandResult command) =>
        command.Command.Options.FirstOrDefault(option => option.Required && parsed.GetResult(option) is null) is { } option
            ? $"{option.Name} saknas. {option.Description}"
            : null;
}
