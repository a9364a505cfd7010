namespace DigiSam.Persistence;

/// <summary>Another process has the database, or the data folder, in a way that keeps this one out. The message is for whoever runs a command.</summary>
public sealed class DatabaseIsTakenException(DatabaseOptions database)
    : Exception($"{(database.Kind == DatabaseKind.Sqlite ? $"Datamappen {database.Where}" : database.Where)} används av en DigiSam-värd eller ett annat kommando. Stoppa värden och kör kommandot igen, eller ange en annan {(database.Kind == DatabaseKind.Sqlite ? "mapp med --data" : "databas med --db")}.")
{
    public DatabaseIsTakenException(string dataFolder)
        : this(DatabaseOptions.InFolder(dataFolder))
    {
    }

    public DatabaseOptions Database { get; } = database;
}
