using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace DigiSam.Tests.Backups;

/// <summary>A good backup with one thing changed.</summary>
internal static class TamperedBackup
{
    /// <summary>Writes the archive anew, its entries changed by <paramref name="change"/>.</summary>
    public static void Write(string archive, string target, Action<Dictionary<string, byte[]>> change)
    {
        var entries = new Dictionary<string, byte[]>();
        using (var source = ZipFile.OpenRead(archive))
        {
            foreach (var entry in source.Entries)
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(content);
                entries[entry.FullName] = content.ToArray();
            }
        }

        change(entries);
        using var changed = ZipFile.Open(target, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
            Add(changed, name, content);
    }

    public static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(content);
    }

    /// <summary>Changes what the manifest says.</summary>
    public static void Manifest(Dictionary<string, byte[]> entries, Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(entries["manifest.json"])!.AsObject();
        change(manifest);
        entries["manifest.json"] = System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString());
    }

    /// <summary>Changes the database and lets the manifest say its new hash.</summary>
    public static void Database(Dictionary<string, byte[]> entries, Func<byte[], byte[]> change)
    {
        var changed = change(entries["digisam.db"]);
        entries["digisam.db"] = changed;
        Manifest(entries, manifest =>
        {
            var file = manifest["files"]!.AsArray().Single(file => (string)file!["name"]! == "digisam.db")!;
            file["bytes"] = changed.Length;
            file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(changed));
        });
    }

    /// <summary>The database after some SQL.</summary>
    public static byte[] Sql(byte[] database, string sql)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, database);
            using (var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
