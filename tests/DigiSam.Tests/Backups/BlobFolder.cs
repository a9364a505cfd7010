using System.Security.Cryptography;
using System.Text;

namespace DigiSam.Tests.Backups;

/// <summary>Blobs in a data folder, as they are kept there.</summary>
internal static class BlobFolder
{
    /// <summary>Adds a blob and says its name.</summary>
    public static string Add(string data, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Directory.CreateDirectory(Path.Combine(data, "blobs"));
        File.WriteAllBytes(Path.Combine(data, "blobs", name), bytes);
        return name;
    }

    /// <summary>The same, under another name until it is whole.</summary>
    public static string AddWhole(string data, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = Path.Combine(data, "blobs", name);
        File.WriteAllBytes($"{path}.tmp", bytes);
        File.Move($"{path}.tmp", path, overwrite: true);
        return name;
    }

    public static IReadOnlyList<string> Names(string data) => Directory.Exists(Path.Combine(data, "blobs"))
        ? [.. Directory.GetFiles(Path.Combine(data, "blobs")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];
}
