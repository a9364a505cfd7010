using System.Security.Cryptography;
using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Checklists.Life;

/// <summary>
/// Gives a draft the words of a file. <paramref name="Rev"/> is the draft that the editor saw: one who is late is told by whom
/// (<see cref="DraftHasChanged"/>). A file with faults is refused whole (<see cref="DraftHasFaults"/>).
/// </summary>
[Needs(Permission.PublishChecklists)]
public sealed record ReplaceDraft(Guid DraftId, int Rev, byte[] Content) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>Gives a draft up, with the reason. What was written and said stays to be read.</summary>
[Needs(Permission.PublishChecklists)]
public sealed record DropDraft(Guid DraftId, int Rev, string Reason) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ReplaceDraftValidator : AbstractValidator<ReplaceDraft>
{
    public ReplaceDraftValidator()
    {
        this.HasDraft(command => command.DraftId);
        RuleFor(command => command.Content).IsChecklistFile();
    }
}

internal sealed class DropDraftValidator : AbstractValidator<DropDraft>
{
    public DropDraftValidator()
    {
        this.HasDraft(command => command.DraftId);
        RuleFor(command => command.Reason).ChecklistReason("Skriv varför utkastet läggs ner.");
    }
}

internal sealed class ReplaceDraftHandler(ChecklistDrafts drafts) : IRequestHandler<ReplaceDraft, Nothing>
{
    public async Task<Nothing> Handle(ReplaceDraft request, CancellationToken cancellationToken)
    {
        var draft = await drafts.Find(request.DraftId, cancellationToken);
        if (draft.Sha256 == Convert.ToHexStringLower(SHA256.HashData(request.Content)))
            return Nothing.Value;
        if (draft.Status == ChecklistDraftStatus.Draft)
            await drafts.MustBeSeen(draft, request.Rev, cancellationToken);
        var checklist = await drafts.Read(request.Content, cancellationToken);
        if (checklist.Key != draft.Key)
            throw new DraftIsOfAnotherChecklist(draft.Key, checklist.Key);
        draft.Replace(checklist, request.Content, drafts.Actor, drafts.Now);
        return Nothing.Value;
    }
}

internal sealed class DropDraftHandler(ChecklistDrafts drafts, ChecklistCourse course) : IRequestHandler<DropDraft, Nothing>
{
    public async Task<Nothing> Handle(DropDraft request, CancellationToken cancellationToken)
    {
        var draft = await drafts.Find(request.DraftId, cancellationToken);
        if (draft.Status == ChecklistDraftStatus.Dropped)
            return Nothing.Value;
        if (draft.Status == ChecklistDraftStatus.Draft)
            await drafts.MustBeSeen(draft, request.Rev, cancellationToken);
        draft.Drop(request.Reason, drafts.Now);
        await course.Leave(draft.Id, "drop", cancellationToken, draft: draft);
        return Nothing.Value;
    }
}
