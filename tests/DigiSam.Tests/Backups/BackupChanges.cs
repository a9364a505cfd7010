using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace DigiSam.Tests.Backups;

/// <summary>What can be wrong with a file that is to be a backup.</summary>
internal static class BackupChanges
{
    /// <summary>A hash that is no content's.</summary>
    public const string Unknown = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Writes <paramref name="good"/> to <paramref name="file"/> with the change that <paramref name="change"/> names.</summary>
    public static void Make(string change, string good, string file)
    {
        switch (change)
        {
            case "text": File.WriteAllText(file, new string('x', 5000)); break;
            case "empty": File.WriteAllBytes(file, []); break;
            case "truncated": File.WriteAllBytes(file, File.ReadAllBytes(good)[..((int)new FileInfo(good).Length / 2)]); break;
            case "missing": break;
            case "folder": Directory.CreateDirectory(file); break;
            case "foreign":
                using (var zip = ZipFile.Open(file, ZipArchiveMode.Create))
                    TamperedBackup.Add(zip, "brev.txt", "hej"u8.ToArray());
                break;
            case "twice":
                File.Copy(good, file);
                using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
                    TamperedBackup.Add(zip, "digisam.db", [1]);
                break;
            default:
                TamperedBackup.Write(good, file, entries => ChangeEntries(change, entries, entries.Keys.Single(name => name.StartsWith("blobs/", StringComparison.Ordinal))));
                break;
        }
    }

    private static void ChangeEntries(string change, Dictionary<string, byte[]> entries, string blob)
    {
        switch (change)
        {
            case "manifest-text": entries["manifest.json"] = "{ format: "u8.ToArray(); break;
            case "manifest-lacks": TamperedBackup.Manifest(entries, manifest => manifest.Remove("municipality")); break;
            case "manifest-more": TamperedBackup.Manifest(entries, manifest => manifest["mer"] = 1); break;
            case "manifest-null": entries["manifest.json"] = "null"u8.ToArray(); break;
            case "manifest-no-database": TamperedBackup.Manifest(entries, manifest => manifest["files"]!.AsArray().RemoveAt(0)); break;
            case "stranger": entries["extra.txt"] = [1]; break;
            case "slip": entries["../utanför.txt"] = [1]; break;
            case "slip-listed": Listed(entries, "../../utanför.txt"); break;
            case "slip-absolute": Listed(entries, "/tmp/utanför.txt"); break;
            case "blob-other-name": Listed(entries, $"blobs/{Unknown}"); break;
            case "file-lacks": entries.Remove(blob); break;
            case "flipped": entries["digisam.db"][^1] ^= 1; break;
            case "longer": entries["digisam.db"] = [.. entries["digisam.db"], 0]; break;
            case "blob-content": entries[blob] = "en ild!"u8.ToArray(); break;
            case "no-database": TamperedBackup.Database(entries, _ => Encoding.UTF8.GetBytes(new string('x', 8192))); break;
            case "damaged": TamperedBackup.Database(entries, Damage); break;
            case "foreign-database": TamperedBackup.Database(entries, database => TamperedBackup.Sql(database, "DROP TABLE \"__EFMigrationsHistory\"")); break;
            case "rows": TamperedBackup.Database(entries, database => TamperedBackup.Sql(database, "DELETE FROM AuditEntries")); break;
            case "astray": TamperedBackup.Database(entries, database => TamperedBackup.Sql(database, "DELETE FROM People")); break;
            case "other-schema": TamperedBackup.Database(entries, database => TamperedBackup.Sql(database, "UPDATE \"__EFMigrationsHistory\" SET MigrationId = '20200101000000_Other' WHERE MigrationId = (SELECT max(MigrationId) FROM \"__EFMigrationsHistory\")")); break;
            default: throw new ArgumentOutOfRangeException(nameof(change), change, null);
        }
    }

    private static void Listed(Dictionary<string, byte[]> entries, string name)
    {
        entries[name] = [1];
        TamperedBackup.Manifest(entries, manifest => manifest["files"]!.AsArray().Add(new JsonObject
        {
            ["name"] = name,
            ["bytes"] = 1,
            ["sha256"] = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a",
        }));
    }

    /// <summary>Pages in the middle that hold nothing any more.</summary>
    private static byte[] Damage(byte[] database)
    {
        Array.Clear(database, database.Length / 4096 / 2 * 4096, 20 * 4096);
        return database;
    }
}
