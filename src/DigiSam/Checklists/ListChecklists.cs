using DigiSam.Access;
using DigiSam.Checklists.Life;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists;

/// <summary>The checklists, those in use first and by title; those that are only a draft for those who may read drafts.</summary>
public sealed record Shelf(IReadOnlyList<ChecklistOnShelf> Checklists, bool MayPublish, bool MayReadDrafts);

/// <summary>A checklist as it stands: what holds, what is coming and what is being written.</summary>
/// <param name="Newest">The version that rounds are planned with today or, of a new one, the first that will be; null while there is only a draft.</param>
/// <param name="Versions">Every published version, newest first.</param>
/// <param name="RetiredOn">The day it was taken out of use; null while it is in use.</param>
public sealed record ChecklistOnShelf(string Key, string Title, Checklist? Newest, IReadOnlyList<PublishedVersion> Versions, DraftOnShelf? Draft, DateOnly? RetiredOn);

public sealed record PublishedVersion(int Version, DateTimeOffset PublishedAt, string Sha256, DateOnly ValidFrom);

/// <summary>A draft that is under way, and the last day of its consultation when it is on one.</summary>
public sealed record DraftOnShelf(int Version, ChecklistDraftStatus Status, DateOnly? LastDay, bool IsAnswered);

/// <summary>All checklists for rounds. They are the same in all places; the place says where one reads them.</summary>
[Needs(Permission.ReadChecklists)]
public sealed record ListChecklists(Guid PlaceId) : IQuery<Shelf>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListChecklistsValidator : AbstractValidator<ListChecklists>
{
    public ListChecklistsValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ListChecklistsHandler(DigiSamContext database, AccessCheck access, TimeProvider clock) : IRequestHandler<ListChecklists, Shelf>
{
    public async Task<Shelf> Handle(ListChecklists request, CancellationToken cancellationToken)
    {
        var versions = (await PublishedChecklists.All(database, cancellationToken)).ToLookup(version => version.Key);
        var drafts = await database.ChecklistDrafts.Where(draft => draft.Status == ChecklistDraftStatus.Draft || draft.Status == ChecklistDraftStatus.Consulted)
            .Select(draft => new
            {
                draft.Key,
                draft.Title,
                draft.Version,
                draft.Status,
                LastDay = draft.Consultations.Where(consultation => consultation.EndedAt == null).Select(consultation => (DateOnly?)consultation.LastDay).FirstOrDefault(),
                IsAnswered = draft.Consultations.Any(consultation => consultation.EndedAt == null && consultation.Replies.Any()),
            }).ToDictionaryAsync(draft => draft.Key, cancellationToken);
        var retired = await database.ChecklistRetirements.Where(retirement => retirement.UndoneAt == null)
            .ToDictionaryAsync(retirement => retirement.Key, retirement => retirement.At, cancellationToken);
        var today = SwedishDate.Today(clock);

        ChecklistOnShelf OnShelf(string key)
        {
            var newest = versions[key].FirstOrDefault(version => version.ValidFrom <= today) ?? versions[key].MinBy(version => version.ValidFrom);
            var draft = drafts.GetValueOrDefault(key);
            return new ChecklistOnShelf(
                key, newest?.Title ?? draft!.Title, newest is null ? null : ChecklistFile.Read(newest),
                [.. versions[key].Select(version => new PublishedVersion(version.Version, version.PublishedAt, version.Sha256, version.ValidFrom))],
                draft is null ? null : new DraftOnShelf(draft.Version, draft.Status, draft.LastDay == DateOnly.MaxValue ? null : draft.LastDay, draft.IsAnswered),
                retired.TryGetValue(key, out var at) ? SwedishDate.DateIn(at) : null);
        }

        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(cancellationToken);
        var mayRead = await access.Reaches(Permission.ReadChecklistDrafts, municipality, cancellationToken);
        return new Shelf(
            [.. versions.Select(one => one.Key).Union(mayRead ? drafts.Keys : []).Select(OnShelf).OrderBy(one => one.RetiredOn is not null).ThenBy(one => SwedishText.SortKey(one.Title), StringComparer.Ordinal)],
            await access.Reaches(Permission.PublishChecklists, municipality, cancellationToken), mayRead);
    }
}
