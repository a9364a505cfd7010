using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists.Life;

/// <summary>
/// Starts a draft of the next version of a published checklist, in the words of its newest one. The client makes
/// <paramref name="DraftId"/>: sent twice, one draft is started.
/// </summary>
[Needs(Permission.PublishChecklists)]
public sealed record StartNextVersion(Guid DraftId, string Key) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>
/// Starts a draft with a file: of a new checklist, or of the next version of one that is published. Gives the checklist's key. A file
/// with faults is refused whole (<see cref="DraftHasFaults"/>).
/// </summary>
[Needs(Permission.PublishChecklists)]
public sealed record StartDraft(Guid DraftId, byte[] Content) : ICommand<string>
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int LongestFile = DraftFile.Longest;

    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class StartNextVersionValidator : AbstractValidator<StartNextVersion>
{
    public StartNextVersionValidator()
    {
        this.HasDraft(command => command.DraftId);
        RuleFor(command => command.Key).NotEmpty().WithName("Checklistan");
    }
}

internal sealed class StartDraftValidator : AbstractValidator<StartDraft>
{
    public StartDraftValidator()
    {
        this.HasDraft(command => command.DraftId);
        RuleFor(command => command.Content).IsChecklistFile();
    }
}

/// <summary>Begins drafts together with their processes.</summary>
internal sealed class DraftBeginning(ChecklistDrafts drafts, ChecklistCourse course)
{
    /// <summary>A draft of the next version in the words of the newest.</summary>
    public async Task Next(Guid id, string key, CancellationToken stop)
    {
        var newest = await PublishedChecklists.NewestOf(drafts.Database, key, stop);
        await Begin(id, DraftFile.AsVersion(newest.Content, newest.Version + 1), stop);
    }

    /// <summary>A draft with the words given.</summary>
    public async Task<string> Begin(Guid id, byte[] content, CancellationToken stop)
    {
        var checklist = await drafts.Read(content, stop);
        await drafts.MayBegin(checklist.Key, stop);
        drafts.Database.ChecklistDrafts.Add(new ChecklistDraft(id, checklist, content, drafts.Actor, drafts.Now));
        await course.Begin(id, stop);
        return checklist.Key;
    }
}

internal sealed class StartNextVersionHandler(ChecklistDrafts drafts, DraftBeginning beginning) : IRequestHandler<StartNextVersion, Nothing>
{
    public async Task<Nothing> Handle(StartNextVersion request, CancellationToken cancellationToken)
    {
        if (!await drafts.Database.ChecklistDrafts.AnyAsync(draft => draft.Id == request.DraftId, cancellationToken))
            await beginning.Next(request.DraftId, request.Key, cancellationToken);
        return Nothing.Value;
    }
}

internal sealed class StartDraftHandler(ChecklistDrafts drafts, DraftBeginning beginning) : IRequestHandler<StartDraft, string>
{
    public async Task<string> Handle(StartDraft request, CancellationToken cancellationToken) =>
        await drafts.Database.ChecklistDrafts.Where(draft => draft.Id == request.DraftId).Select(draft => draft.Key).SingleOrDefaultAsync(cancellationToken)
        ?? await beginning.Begin(request.DraftId, request.Content, cancellationToken);
}
