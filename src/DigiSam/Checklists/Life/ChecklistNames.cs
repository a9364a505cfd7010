using DigiSam.Persistence;
using DigiSam.Processes;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists.Life;

/// <summary>What a version of a checklist is called, before and after it is published.</summary>
internal sealed class ChecklistNames(DigiSamContext database) : INamesThings
{
    public string DefinitionKey => ChecklistCourse.Definition;

    public async Task<NamedThing?> Name(Guid thing, CancellationToken stop)
    {
        // One that the same command has made is not in the database yet.
        if (database.ChecklistDrafts.Local.FirstOrDefault(draft => draft.Id == thing) is { } draft)
            return Named(draft.Key, draft.Title, draft.Version);
        var found = await database.ChecklistVersions.Where(version => version.Id == thing).Select(version => new { version.Key, version.Title, version.Version }).FirstOrDefaultAsync(stop)
            ?? await database.ChecklistDrafts.Where(known => known.Id == thing).Select(known => new { known.Key, known.Title, known.Version }).FirstOrDefaultAsync(stop);
        return found is null ? null : Named(found.Key, found.Title, found.Version);
    }

    private static NamedThing Named(string key, string title, int version) => new($"{title} (version {version})", $"/checklistor/{key}");
}
