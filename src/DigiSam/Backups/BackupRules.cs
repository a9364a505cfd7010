using DigiSam.Persistence;
using DigiSam.Requests;

namespace DigiSam.Backups;

/// <summary>The rows are on a server, which is backed up with its own tools.</summary>
public sealed class ServerHasItsOwnBackups(DatabaseOptions options)
    : BrokenRule($"{options.Where} säkerhetskopieras och återställs med PostgreSQL:s egna verktyg, pg_dump och pg_restore. Så här gör du: docs/drift/postgresql.md.");

/// <summary>There is no database to back up.</summary>
public sealed class NoDatabaseToBackUp(string path)
    : BrokenRule($"Det finns ingen databas att säkerhetskopiera: {path} finns inte. Ange datamappen med --data.");

/// <summary>A backup is never overwritten unasked.</summary>
public sealed class BackupFileExists(string path)
    : BrokenRule($"{path} finns redan. Välj ett annat namn, eller lägg till --force för att ersätta filen.");

/// <summary>The file cannot be made where it was asked for.</summary>
public sealed class BackupPlaceIsWrong(string why) : BrokenRule(why);

/// <summary>What is to be backed up is broken, or changed in a way that it must not while it was read.</summary>
public sealed class BackupFailed(string why)
    : BrokenRule($"Ingen säkerhetskopia gjordes: {why}. Kör digisam doctor. Behöver du spara läget ändå: stoppa värden och kopiera hela datamappen.");

/// <summary>The file is no backup, or not a whole one.</summary>
public sealed class BackupIsUnusable(string path, string why)
    : BrokenRule($"{path} kan inte återställas: {why}. Ingenting har ändrats. Använd en annan säkerhetskopia.");

/// <summary>The backup was made by a version with a database that this one does not know.</summary>
public sealed class BackupIsNewer(string path, string version)
    : BrokenRule($"{path} är gjord med DigiSam {version}, som är nyare än det här programmet ({ProductVersion.Text}). Ingenting har ändrats. Installera DigiSam {version} eller senare och kör kommandot igen.");

/// <summary>A folder with data is only replaced when that is said.</summary>
public sealed class DataFolderHoldsData(string folder)
    : BrokenRule($"{folder} innehåller redan en databas. Ange en annan mapp med --data, eller lägg till --force: då ersätts databasen, och den gamla sparas bredvid under ett namn med datum.");

/// <summary>Another command has the database open.</summary>
public sealed class DatabaseIsOpen(string path)
    : BrokenRule($"Ett annat program har {path} öppen. Vänta tills det är klart, eller avsluta det, och kör kommandot igen. Ingenting har ändrats.");
