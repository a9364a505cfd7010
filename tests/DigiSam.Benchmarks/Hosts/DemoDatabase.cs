using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using DigiSam.Language;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore.Migrations;
using Spectre.Console;

namespace DigiSam.Benchmarks.Hosts;

/// <summary>
/// A demo of some size, made once and kept under the temporary folder for as long as the schema, the definitions and the
/// demo's words are the same, and the day: the story ends today.
/// </summary>
internal sealed record DemoDatabase(string Folder)
{
    public static string Cache { get; } = Path.Combine(Path.GetTempPath(), "digisam-benchmark");

    public string File => Path.Combine(Folder, "digisam.db");

    public DatabaseOptions Options => DatabaseOptions.InFolder(Folder);

    public static async Task<DemoDatabase> Of(int units, int years)
    {
        var today = SwedishDate.Today(TimeProvider.System).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var folder = Path.Combine(Cache, string.Create(CultureInfo.InvariantCulture, $"{today}-{units}x{years}-{Fingerprint()}"));
        if (!Directory.Exists(folder))
        {
            AnsiConsole.WriteLine($"Skapar en demo med {units} enheter och {years} år …");
            foreach (var old in Directory.Exists(Cache) ? Directory.GetDirectories(Cache, "*x*").Where(old => !Path.GetFileName(old).StartsWith(today, StringComparison.Ordinal)) : [])
                Directory.Delete(old, recursive: true);
            await ProcessStart.Digisam(
                "demo", "--units", units.ToString(CultureInfo.InvariantCulture), "--years", years.ToString(CultureInfo.InvariantCulture), "--data", $"{folder}.part");
            Directory.Move($"{folder}.part", folder);
        }

        return new DemoDatabase(folder);
    }

    /// <summary>Of the migrations, the definition files and the demo's words.</summary>
    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var product = typeof(DatabaseOptions).Assembly;
        foreach (var migration in product.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes(migration));
        foreach (var name in product.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var words = new MemoryStream();
            product.GetManifestResourceStream(name)!.CopyTo(words);
            hash.AppendData(words.ToArray());
        }

        foreach (var file in Directory.GetFiles(DigiSamServices.ChecklistsFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            hash.AppendData(System.IO.File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
