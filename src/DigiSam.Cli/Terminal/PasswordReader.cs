using System.Text;
using DigiSam.Requests;

namespace DigiSam.Cli.Terminal;

/// <summary>
/// Takes a new password. In a terminal it is asked for twice and not shown; otherwise it is the first line of what is
/// given on standard input. It is never an argument: those end up in histories and lists of processes.
/// </summary>
internal sealed class PasswordReader(Screen screen, TextReader? given)
{
    /// <summary>The password, or null when none came or the two differ; why has then been said.</summary>
    public Secret? Read(string hint)
    {
        if (given is not null || Console.IsInputRedirected)
            return FirstLine(given ?? Console.In);

        screen.Prompt($"Lösenord ({hint}): ");
        var first = Unseen();
        screen.Prompt("Samma lösenord igen: ");
        if (first == Unseen())
            return new Secret(first);
        screen.Error("Lösenorden är olika. Inget konto skapades. Kör kommandot igen.");
        return null;
    }

    private Secret? FirstLine(TextReader input)
    {
        if (input.ReadLine() is { Length: > 0 } line)
            return new Secret(line);
        screen.Error("Lösenordet saknas. Ge det på första raden av standard in, eller kör kommandot i en terminal.");
        return null;
    }

    private string Unseen()
    {
        var text = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                screen.Error("");
                return text.ToString();
            }

            if (key.Key == ConsoleKey.Backspace && text.Length > 0)
                text.Length--;
            else if (!char.IsControl(key.KeyChar))
                text.Append(key.KeyChar);
        }
    }
}
