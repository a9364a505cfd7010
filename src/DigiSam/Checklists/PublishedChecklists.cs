using DigiSam.Checklists.Life;
using DigiSam.Language;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists;

/// <summary>The checklists that rounds may be planned with.</summary>
internal static class PublishedChecklists
{
    /// <summary>
    /// One version of each checklist that is in use, by title: the one that holds on the day or, of a checklist that is new, the first
    /// that will.
    /// </summary>
    public static async Task<IReadOnlyList<OfferedChecklist>> Offered(DigiSamContext database, DateOnly today, CancellationToken stop)
    {
        var retired = await Retired(database, stop);
        return
        [
            .. (await All(database, stop)).Where(version => !retired.Contains(version.Key)).GroupBy(version => version.Key)
                .Select(versions => versions.FirstOrDefault(version => version.ValidFrom <= today) ?? versions.MinBy(version => version.ValidFrom)!)
                .Select(version => new OfferedChecklist(ChecklistFile.Read(version), version.ValidFrom > today ? version.ValidFrom : null))
                .OrderBy(offered => SwedishText.SortKey(offered.Checklist.Title), StringComparer.Ordinal),
        ];
    }

    /// <summary>Every version of every one, newest first.</summary>
    public static async Task<IReadOnlyList<ChecklistVersion>> All(DigiSamContext database, CancellationToken stop) =>
        await database.ChecklistVersions.AsNoTracking()
            .OrderBy(version => version.Key).ThenByDescending(version => version.Version).ToListAsync(stop);

    /// <summary>The newest version of one, whatever day it holds from; fails with <see cref="ChecklistIsNotPublished"/>.</summary>
    public static async Task<ChecklistVersion> NewestOf(DigiSamContext database, string key, CancellationToken stop) =>
        await database.ChecklistVersions.AsNoTracking().Where(version => version.Key == key).OrderByDescending(version => version.Version).FirstOrDefaultAsync(stop)
        ?? throw new ChecklistIsNotPublished();

    /// <summary>The keys of those that are out of use.</summary>
    public static Task<List<string>> Retired(DigiSamContext database, CancellationToken stop) =>
        database.ChecklistRetirements.Where(retirement => retirement.UndoneAt == null).Select(retirement => retirement.Key).ToListAsync(stop);
}

/// <summary>A checklist that a round can be planned with.</summary>
/// <param name="NotBefore">The first day of a round with it; null when that has been.</param>
public sealed record OfferedChecklist(Checklist Checklist, DateOnly? NotBefore);
