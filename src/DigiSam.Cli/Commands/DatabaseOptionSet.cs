using System.CommandLine;
using DigiSam.Persistence;

namespace DigiSam.Cli.Commands;

/// <summary>The options of every command: where the installation is and, the first time, what the municipality is called.</summary>
internal sealed class DatabaseOptionSet
{
    public Option<string> Data { get; } = new("--data")
    {
        Description = "Mappen med DigiSams data. Den skapas om den saknas. Standard: ./data",
        HelpName = "MAPP",
        Recursive = true,
        DefaultValueFactory = _ => "./data",
    };

    public Option<string?> Db { get; } = new("--db")
    {
        Description = "Databasens anslutning i stället för --data, till exempel \"Data Source=/srv/digisam.db\"",
        HelpName = "ANSLUTNING",
        Recursive = true,
    };

    public Option<string?> Municipality { get; } = new("--municipality")
    {
        Description = $"Kommunens namn när databasen skapas. Standard: {Organisation.Municipality.Unnamed}",
        HelpName = "NAMN",
        Recursive = true,
    };

    /// <summary>The database that a command is about; <c>--db</c> goes before <c>--data</c>.</summary>
    public DatabaseOptions Chosen(ParseResult parsed) => parsed.GetValue(Db) is { } connection
        ? DatabaseOptions.ByConnection(connection)
        : DatabaseOptions.InFolder(parsed.GetValue(Data)!);

    public void AddTo(Command root)
    {
        root.Options.Add(Data);
        root.Options.Add(Db);
        root.Options.Add(Municipality);
    }
}
