using DigiSam.Language;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists;

/// <summary>The checklists that rounds may be planned with.</summary>
internal static class PublishedChecklists
{
    /// <summary>The newest version of each, by title.</summary>
    public static async Task<IReadOnlyList<Checklist>> Newest(DigiSamContext database, CancellationToken stop) =>
    [
        .. (await All(database, stop)).GroupBy(version => version.Key).Select(versions => ChecklistFile.Read(versions.First()))
            .OrderBy(checklist => SwedishText.SortKey(checklist.Title), StringComparer.Ordinal),
    ];

    /// <summary>Every version of every one, newest first.</summary>
    public static async Task<IReadOnlyList<ChecklistVersion>> All(DigiSamContext database, CancellationToken stop) =>
        await database.ChecklistVersions.AsNoTracking()
            .OrderBy(version => version.Key).ThenByDescending(version => version.Version).ToListAsync(stop);
}
