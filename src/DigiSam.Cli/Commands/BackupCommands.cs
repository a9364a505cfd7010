using System.CommandLine;
using DigiSam.Backups;
using DigiSam.Cli.Terminal;
using DigiSam.Installation;
using DigiSam.Language;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam backup</c> and <c>digisam restore</c>: everything that an installation holds, in one file and back.</summary>
internal static class BackupCommands
{
    public static Command Backup(DatabaseOptionSet where, Screen screen)
    {
        var file = CommonOptions.File("Filen att skriva, till exempel /srv/kopior/digisam-2026-11-22.zip. Lägg den på en annan disk än datamappen.");
        var force = new Option<bool>("--force") { Description = "Ersätt filen om den redan finns." };
        var backup = new Command("backup", "Säkerhetskopiera databasen och alla bilagor till en fil, också medan värden körs. Kopian läses igen och kontrolleras.") { file, force };
        backup.SetAction((parsed, stop) => Session.Guard(screen, async () =>
        {
            var database = where.Chosen(parsed);
            await BackedUpDatabase.Demand(database, stop);
            return await Session.RunAsItIs(database, screen, async session =>
            {
                var (done, made, exit) = await screen.While("Säkerhetskopierar", () => session.Send(new MakeBackup(parsed.GetValue(file)!, parsed.GetValue(force)), stop));
                return done ? Tell(screen, made) : exit;
            });
        }));
        return backup;
    }

    public static Command Restore(DatabaseOptionSet where, Screen screen)
    {
        var file = CommonOptions.File("Filen som digisam backup har skrivit.");
        var force = new Option<bool>("--force") { Description = "Ersätt databasen i datamappen. Den gamla sparas bredvid under ett namn med datum." };
        var dryRun = CommonOptions.DryRun();
        var restore = new Command("restore", "Återställ en säkerhetskopia i datamappen. Värden ska vara stoppad. Kopian kontrolleras innan något ändras.") { file, force, dryRun };
        restore.SetAction((parsed, stop) => Session.Guard(screen, async () =>
        {
            var database = where.Chosen(parsed);
            var restoration = new Restoration(database, InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder), TimeProvider.System);
            var tried = parsed.GetValue(dryRun);
            var restored = await screen.While("Återställer", () => restoration.Run(parsed.GetValue(file)!, parsed.GetValue(force), tried, stop));
            Tell(screen, restored, tried, database.Where);
            return ExitCode.Ok;
        }));
        return restore;
    }

    private static int Tell(Screen screen, BackupMade made)
    {
        screen.Line($"Säkerhetskopian är skriven och kontrollerad: {made.File}");
        Tell(screen, made.Manifest);
        screen.Line($"  Storlek {Size(made.Bytes)}, sha256 {made.Sha256}");
        screen.Line("Den innehåller personuppgifter och nycklar för inloggning. Förvara den så att bara driften når den.");
        if (made.Damaged.Count == 0)
            return ExitCode.Ok;
        screen.Error($"{(made.Damaged.Count == 1 ? "En bilaga" : $"{made.Damaged.Count} bilagor")} är inte med: innehållet stämmer inte med namnet, så filen i datamappen är skadad. Hämta den ur en äldre säkerhetskopia.");
        screen.ErrorLines(made.Damaged);
        return ExitCode.Refused;
    }

    private static void Tell(Screen screen, Restored restored, bool tried, string folder)
    {
        screen.Line(tried ? "Säkerhetskopian är hel och kan återställas. Inget ändrades (--dry-run)." : $"Säkerhetskopian är återställd i {folder}.");
        Tell(screen, restored.Manifest);
        if (restored.Upgraded)
            screen.Line(tried ? "  Databasen skulle uppgraderas till den här versionen." : "  Databasen är uppgraderad till den här versionen.");
        if (tried)
            return;
        if (restored.Kept is { } kept)
            screen.Line($"Den tidigare databasen finns kvar: {kept}");
        screen.Line("Lösenord, roller och spärrar är som när kopian gjordes. Alla behöver logga in igen.");
        screen.Line("Starta värden när du vill.");
    }

    private static void Tell(Screen screen, BackupManifest manifest)
    {
        screen.Line($"  {manifest.Municipality}, {SwedishDate.Long(SwedishDate.DateIn(manifest.MadeAt))} kl. {SwedishDate.Time(manifest.MadeAt)}, DigiSam {manifest.Version} (schema {manifest.Migration})");
        var blobs = manifest.Blobs.ToList();
        screen.Line($"  {Number(manifest.Rows)} rader i {manifest.Tables.Count} tabeller, {Count(blobs)}.");
    }

    private static string Count(List<BackupFile> blobs) =>
        blobs.Count == 0 ? "inga bilagor" : $"{Number(blobs.Count)} {(blobs.Count == 1 ? "bilaga" : "bilagor")} ({Size(blobs.Sum(blob => blob.Bytes))})";

    private static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} byte",
        < 1_000_000 => $"{SwedishNumber.Show(bytes / 1000m, 1)} kB",
        < 1_000_000_000 => $"{SwedishNumber.Show(bytes / 1_000_000m, 1)} MB",
        _ => $"{SwedishNumber.Show(bytes / 1_000_000_000m, 1)} GB",
    };

    private static string Number(long number) => SwedishNumber.Show(number, 0);
}
