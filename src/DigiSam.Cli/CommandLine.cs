using System.CommandLine;
using System.CommandLine.Help;
using DigiSam.Cli.Commands;
using DigiSam.Cli.Terminal;

namespace DigiSam.Cli;

/// <summary>The command <c>digisam</c>: reads the arguments, runs, and answers with an <see cref="ExitCode"/>.</summary>
public static class CommandLine
{
    /// <summary>Runs one command, from its arguments to its exit code.</summary>
    /// <param name="input">What is read instead of the keyboard; null for the process's own standard input.</param>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors, TextReader? input = null)
    {
        var screen = new Screen(output, errors);
        var root = Build(screen, new PasswordReader(screen, input));
        var parsed = root.Parse(args);
        if (parsed.Action is HelpAction || parsed.GetResult(SwedishHelp.OptionOf(root)) is not null || (args.Length == 0))
        {
            SwedishHelp.Write(parsed.CommandResult.Command, output);
            return args.Length == 0 ? ExitCode.Usage : ExitCode.Ok;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var message in SwedishParseErrors.Of(parsed))
                screen.Error(message);
            screen.Error($"Hjälp: {SwedishHelp.PathOf(parsed.CommandResult.Command)} --help");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (Exception unexpected)
        {
            screen.Error("Ett oväntat fel inträffade, och det pågående steget är inte gjort. Skicka texten nedan till den som sköter DigiSam.");
            screen.Error($"{unexpected}");
            return ExitCode.Unexpected;
        }
    }

    /// <summary>All commands and their options.</summary>
    internal static RootCommand Build(Screen screen, PasswordReader passwords)
    {
        var root = new RootCommand("DigiSam: systematiskt arbetsmiljöarbete och arbetsmiljörapport.");
        var where = new DatabaseOptionSet();
        where.AddTo(root);
        root.Subcommands.Add(ImportCommands.Create(where, screen));
        root.Subcommands.Add(ReportCommands.Create(where, screen));
        root.Subcommands.Add(ValidateCommands.Checklist(screen));
        root.Subcommands.Add(ValidateCommands.Workflow(screen));
        root.Subcommands.Add(UserCommands.Create(where, screen, passwords));
        root.Subcommands.Add(DemoCommand.Create(where, screen));
        root.Subcommands.Add(BackupCommands.Backup(where, screen));
        root.Subcommands.Add(BackupCommands.Restore(where, screen));
        root.Subcommands.Add(DoctorCommand.Create(where, screen));
        return root;
    }
}

/// <summary>What the process answers to its caller.</summary>
public static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The input was refused, or a check found a fault.</summary>
    public const int Refused = 1;

    /// <summary>The command was written wrongly.</summary>
    public const int Usage = 2;

    /// <summary>The installation cannot be used: database, files or definitions.</summary>
    public const int Installation = 3;

    /// <summary>A fault in the program itself.</summary>
    public const int Unexpected = 4;
}
