using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace DigiSam.Backups;

/// <summary>One file in a backup, by its name there.</summary>
public sealed record BackupFile(string Name, long Bytes, string Sha256);

/// <summary>
/// What a backup says of itself, as <c>manifest.json</c> in the archive. <see cref="Migration"/> is the newest one of the
/// database; <see cref="Tables"/> has the number of rows of each table.
/// </summary>
public sealed record BackupManifest
{
    public const string Name = "manifest.json";

    /// <summary>The form that this version writes, and the newest that it reads.</summary>
    public const int NewestFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public required int Format { get; init; }

    public required string Version { get; init; }

    public required string Migration { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string Municipality { get; init; }

    public required IReadOnlyDictionary<string, long> Tables { get; init; }

    public required IReadOnlyList<BackupFile> Files { get; init; }

    [JsonIgnore]
    public long Rows => Tables.Values.Sum();

    /// <summary>Photos and documents, all files but the database.</summary>
    [JsonIgnore]
    public IEnumerable<BackupFile> Blobs => Files.Where(file => file.Name != BackupNames.Database);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads a manifest and holds it against itself; fails with <see cref="BackupIsUnusable"/> or <see cref="BackupIsNewer"/>.</summary>
    public static BackupManifest Read(string archive, byte[] content)
    {
        try
        {
            using (var document = JsonDocument.Parse(content))
            {
                if (document.RootElement.TryGetProperty("format", out var format) && format.TryGetInt32(out var number) && number > NewestFormat)
                    throw new BackupIsNewer(archive, document.RootElement.TryGetProperty("version", out var version) ? version.ToString() : "?");
            }

            var manifest = JsonSerializer.Deserialize<BackupManifest>(content, Json)!;
            if (manifest.Format < 1 || manifest.Files.DistinctBy(file => file.Name).Count() != manifest.Files.Count || manifest.Files.All(file => file.Name != BackupNames.Database))
                throw new BackupIsUnusable(archive, $"{Name} går inte ihop");
            if (manifest.Files.FirstOrDefault(file => !BackupNames.Allowed(file)) is { } stranger)
                throw new BackupIsUnusable(archive, $"den innehåller \"{stranger.Name}\", som inte hör till en säkerhetskopia");
            return manifest;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentNullException)
        {
            throw new BackupIsUnusable(archive, $"{Name} går inte att tyda");
        }
    }
}

/// <summary>The names that files have in a backup. Nothing else is ever unpacked.</summary>
internal static partial class BackupNames
{
    public const string Database = "digisam.db";

    /// <summary>The folder of photos and documents, in the archive as in the data folder: each is named after its content.</summary>
    public const string Blobs = "blobs";

    public static string OfBlob(string sha256) => $"{Blobs}/{sha256}";

    public static bool IsBlob(string fileName) => Sha256().IsMatch(fileName);

    /// <summary>The database, or a blob whose name is its content's hash.</summary>
    public static bool Allowed(BackupFile file) => IsBlob(file.Sha256) && file.Bytes >= 0 && (file.Name == Database || file.Name == OfBlob(file.Sha256));

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sha256();
}
