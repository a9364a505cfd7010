using DigiSam.Persistence;

namespace DigiSam.Web;

/// <summary>
/// What the host was told when it was started, with the command line's own words. Anything else is refused with
/// <see cref="WrongArgumentsException"/>: a misspelt option must not start a host on another folder.
/// </summary>
public sealed record HostArguments(string Data, string? Db, string? Urls, string? Municipality, bool Demo = false)
{
    /// <summary>Where the host listens when nobody says otherwise: this computer only.</summary>
    public const string Loopback = "http://127.0.0.1:5000";

    public const string Help =
        $"""
        DigiSam: webbvärden.

        Alternativ:
          --data MAPP           Mappen med DigiSams data. Den skapas om den saknas. Standard: ./data
          --db ANSLUTNING       Databasens anslutning i stället för --data, till exempel "Data Source=/srv/digisam.db"
          --urls ADRESSER       Adresserna att svara på, skilda med semikolon. Standard: {Loopback}
          --municipality NAMN   Kommunens namn när databasen skapas. Standard: {DigiSam.Organisation.Municipality.Unnamed}
          --demo                Skapa demokommunen Exempelkommunen om databasen är tom. Kan bara nås från den här datorn. Inte tillsammans med --municipality.
        """;

    private const string DemoFlag = "--demo";

    private static readonly string[] Known = ["--data", "--db", "--urls", "--municipality"];

    /// <summary>Reads <c>--name value</c> and <c>--name=value</c>, each at most once.</summary>
    public static HostArguments Read(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>();
        for (var index = 0; index < args.Count; index++)
        {
            if (args[index] == DemoFlag)
            {
                if (!given.TryAdd(DemoFlag, ""))
                    throw new WrongArgumentsException($"{DemoFlag} är angivet två gånger.");
                continue;
            }

            var (name, value) = args[index].Split('=', 2) is [var left, var right] ? (left, right) : (args[index], null);
            if (!Known.Contains(name))
                throw new WrongArgumentsException($"Alternativet {name} finns inte.");
            value ??= index + 1 < args.Count ? args[++index] : "";
            if (value.Length == 0 || value.StartsWith("--", StringComparison.Ordinal))
                throw new WrongArgumentsException($"{name} saknar värde.");
            if (!given.TryAdd(name, value))
                throw new WrongArgumentsException($"{name} är angivet två gånger.");
        }

        if (given.ContainsKey(DemoFlag) && given.ContainsKey("--municipality"))
            throw new WrongArgumentsException($"{DemoFlag} och --municipality går inte ihop: demons kommun heter Exempelkommunen. Ange en av dem.");
        if (given.GetValueOrDefault("--urls") is { } urls)
            RefuseUnreadable(urls);
        return new HostArguments(
            given.GetValueOrDefault("--data", "./data"),
            given.GetValueOrDefault("--db"),
            given.GetValueOrDefault("--urls"),
            given.GetValueOrDefault("--municipality"),
            given.ContainsKey(DemoFlag));
    }

    /// <summary>The database asked for; <c>--db</c> goes before <c>--data</c>.</summary>
    public DatabaseOptions Database() => Db is null ? DatabaseOptions.InFolder(Data) : DatabaseOptions.ByConnection(Db);

    private static void RefuseUnreadable(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            try
            {
                if (BindingAddress.Parse(url).Scheme == "http")
                    continue;
            }
            catch (FormatException)
            {
                // Said below.
            }

            throw new WrongArgumentsException($"--urls: \"{url}\" går inte att svara på. Skriv adressen som {Loopback}; https sköter en proxy framför värden.");
        }
    }
}

/// <summary>The host was started with words that it does not know or lacks a value for.</summary>
public sealed class WrongArgumentsException(string message) : Exception($"{message} Hjälp: --help");
