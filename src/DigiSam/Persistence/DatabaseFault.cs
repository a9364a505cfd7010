using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DigiSam.Persistence;

/// <summary>What a fault of the database means to the person in front of it. Only real damage speaks of backups.</summary>
public static class DatabaseFault
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The message for a fault of the database, however deeply it is wrapped; null when the fault is another.</summary>
    public static string? In(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (Describe(inner) is { } message)
                return message;
        }

        return null;
    }

    private static string? Describe(Exception fault) => fault switch
    {
        SqliteException sqlite => Describe(sqlite),
        PostgresException refused => Describe(refused),
        NpgsqlException { InnerException: SocketException or TimeoutException or null } or SocketException =>
            "Databasservern svarar inte. Kontrollera att PostgreSQL är igång och att Host och Port i --db är rätt.",
        _ => null,
    };

    private static string? Describe(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "Databasservern släpper inte in DigiSam. Kontrollera Username och Password i --db, och serverns regler för inloggning (pg_hba.conf).",
        PostgresErrorCodes.InvalidCatalogName => "Databasen finns inte på servern. Skapa den först: CREATE DATABASE digisam ENCODING 'UTF8' TEMPLATE template0.",
        PostgresErrorCodes.InsufficientPrivilege => "Databasanvändaren får inte göra det DigiSam behöver. Låt den äga databasen: ALTER DATABASE digisam OWNER TO digisam.",
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow => "Databasservern tar inte emot fler just nu. Vänta en stund och försök igen. Ingenting har sparats.",
        PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.ConfigurationLimitExceeded or "53200" =>
            "Databasserverns minne för lås räcker inte till en så stor ändring. Höj max_pred_locks_per_transaction och max_locks_per_transaction på servern. Ingenting har sparats.",
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError => "Databasservern kan inte skriva: disken är full eller går inte att nå. Ingenting har sparats.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "Databasservern tar bara emot läsning just nu. Kontrollera att --db pekar på den server som skrivs till.",
        _ => null,
    };

    private static string? Describe(SqliteException fault) => fault.SqliteErrorCode switch
    {
        Busy or Locked => "Databasen används av en annan process just nu. Vänta en stund och kör igen. Ingenting har sparats.",
        ReadOnly => "Databasen får inte ändras av den som kör kommandot. Kontrollera rättigheterna till datamappen.",
        Full or InputOutput => "Databasen kan inte skrivas: disken är full eller går inte att nå. Ingenting har sparats.",
        CannotOpen => "Databasen kan inte öppnas. Kontrollera sökvägen (--data eller --db) och rättigheterna till mappen.",
        Corrupt or NotADatabase => "Databasfilen är skadad eller ingen databas. Kör digisam doctor, och återställ senaste säkerhetskopian om den säger detsamma.",
        _ => null,
    };
}
