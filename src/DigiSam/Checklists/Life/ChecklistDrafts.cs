using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists.Life;

/// <summary>What requests about drafts and published checklists need: the rows, the reader, who asks and when.</summary>
internal sealed class ChecklistDrafts(DigiSamContext database, InstalledDefinitions definitions, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Addresses that are pages of their own.</summary>
    private static readonly string[] Reserved = ["ny", "utkast"];

    public DigiSamContext Database => database;

    public Guid Actor => actor.PersonId;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => SwedishDate.Today(clock);

    /// <summary>The draft with what has been said of it; fails with <see cref="DraftIsUnknown"/>.</summary>
    public async Task<ChecklistDraft> Find(Guid id, CancellationToken stop) =>
        await database.ChecklistDrafts.Include(draft => draft.Consultations).ThenInclude(consultation => consultation.Replies).AsSplitQuery()
            .SingleOrDefaultAsync(draft => draft.Id == id, stop)
        ?? throw new DraftIsUnknown();

    /// <summary>Refuses someone whose page shows the draft as it was before.</summary>
    public async Task MustBeSeen(ChecklistDraft draft, int rev, CancellationToken stop)
    {
        if (draft.Rev == rev)
            return;
        var answer = draft.Present?.Replies.MaxBy(reply => reply.At);
        var (person, at, what) = answer is not null && answer.At >= draft.ChangedAt ? (answer.PersonId, answer.At, "svarade på samrådet") : (draft.ChangedById, draft.ChangedAt, "ändrade det");
        var name = await database.People.Where(known => known.Id == person).Select(known => known.Name).SingleAsync(stop);
        throw new DraftHasChanged($"{name} {what} {SwedishDate.Long(SwedishDate.DateIn(at))} {SwedishDate.Time(at)}");
    }

    /// <summary>The checklist of a file that is to be the next version of its checklist.</summary>
    public async Task<Checklist> Read(byte[] content, CancellationToken stop)
    {
        var checklist = DraftFile.Read(content, definitions.Provisions.Keys.ToHashSet());
        var newest = await Newest(checklist.Key, stop);
        if (newest == 0 && (Reserved.Contains(checklist.Key) || Directory.Exists(Path.Combine(definitions.Folder, checklist.Key))))
            throw new ChecklistKeyIsTaken(checklist.Key);
        return checklist.Version == newest + 1 ? checklist : throw new DraftIsNotTheNextVersion(newest + 1, checklist.Version);
    }

    /// <summary>The number of the newest published version; 0 when there is none.</summary>
    public async Task<int> Newest(string key, CancellationToken stop) =>
        await database.ChecklistVersions.Where(version => version.Key == key).MaxAsync(version => (int?)version.Version, stop) ?? 0;

    /// <summary>Refuses a second draft of the same checklist, and a draft of one that is out of use.</summary>
    public async Task MayBegin(string key, CancellationToken stop)
    {
        if (await UnderWay(key, stop) is { } draft)
            throw new DraftIsUnderWay(draft, await database.People.Where(person => person.Id == draft.StartedById).Select(person => person.Name).SingleAsync(stop));
        if (await Retired(key, stop) is not null)
            throw new ChecklistIsOutOfUse((await PublishedChecklists.NewestOf(database, key, stop)).Title);
    }

    /// <summary>The draft of the checklist that still can become a version; null when there is none.</summary>
    public Task<ChecklistDraft?> UnderWay(string key, CancellationToken stop) => database.ChecklistDrafts
        .SingleOrDefaultAsync(draft => draft.Key == key && (draft.Status == ChecklistDraftStatus.Draft || draft.Status == ChecklistDraftStatus.Consulted), stop);

    /// <summary>That the checklist is out of use; null when it is in use.</summary>
    public Task<ChecklistRetirement?> Retired(string key, CancellationToken stop) =>
        database.ChecklistRetirements.SingleOrDefaultAsync(retirement => retirement.Key == key && retirement.UndoneAt == null, stop);
}

internal static class DraftRules
{
    public static void HasDraft<T>(this AbstractValidator<T> validator, Func<T, Guid> id) =>
        validator.RuleFor(request => id(request)).NotEmpty().WithName("Utkastet");

    /// <summary>A file that someone has chosen.</summary>
    public static void IsChecklistFile<T>(this IRuleBuilder<T, byte[]> rule) => rule.Must(content => content.Length > 0).WithMessage("Välj en fil med checklistan (YAML). Filen du valde är tom eller saknas.");

    public static void ChecklistReason<T>(this IRuleBuilder<T, string> rule, string missing) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(missing).MaximumLength(ChecklistRetirement.LongestReason).WithName("Skälet");
}
