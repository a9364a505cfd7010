using DigiSam.DefinitionFiles;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists;

/// <summary>Keeps the checklists that came with the program as published versions. What is published never changes.</summary>
internal static class ChecklistShelf
{
    /// <summary>Whether all these versions are kept, word for word.</summary>
    public static async Task<bool> Holds(DigiSamContext database, IReadOnlyList<Checklist> checklists, CancellationToken stop)
    {
        var kept = await database.ChecklistVersions.Select(version => version.Sha256).ToHashSetAsync(stop);
        return checklists.All(checklist => kept.Contains(checklist.Sha256));
    }

    /// <summary>
    /// Adds the versions that are new. A file that differs from what was published under its key and version is refused with
    /// <see cref="InvalidDefinitionException"/>: answers point at the old words.
    /// </summary>
    public static async Task Stock(DigiSamContext database, string folder, IReadOnlyList<Checklist> checklists, DateTimeOffset now, CancellationToken stop)
    {
        var kept = await database.ChecklistVersions.AsNoTracking()
            .Select(version => new { version.Key, version.Version, version.Sha256, InDigiSam = version.PublishedById != null })
            .ToDictionaryAsync(version => (version.Key, version.Version), stop);
        var faults = new List<DefinitionFault>();
        foreach (var checklist in checklists)
        {
            if (!kept.TryGetValue((checklist.Key, checklist.Version), out var version))
            {
                var content = await File.ReadAllBytesAsync(Path.Combine(folder, checklist.Key, $"{checklist.Version}.yaml"), stop);
                database.ChecklistVersions.Add(new ChecklistVersion(checklist, content, now));
            }
            else if (version.Sha256 != checklist.Sha256)
            {
                faults.Add(new DefinitionFault($"{checklist.Key}/{checklist.Version}.yaml", 1, version.InDigiSam
                    ? "versionen är publicerad i DigiSam med annat innehåll än filen; ta bort filen och starta igen. Den version som är publicerad i DigiSam gäller; den kan hämtas som YAML på checklistans sida"
                    : "filen är ändrad sedan den publicerades; återställ den och gör ändringen i en ny version"));
            }
        }

        if (faults.Count > 0)
            throw new InvalidDefinitionException(faults);
        await database.SaveChangesAsync(stop);
    }
}
