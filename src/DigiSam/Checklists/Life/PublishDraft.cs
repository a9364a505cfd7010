using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists.Life;

/// <summary>
/// Makes a draft that has been consulted about a published version, byte for byte. New rounds are held with it from
/// <paramref name="ValidFrom"/>; those that are planned keep the version they have. Fails with
/// <see cref="ConsultationIsNotOver"/> before anyone has answered or the last day has passed.
/// </summary>
[Needs(Permission.PublishChecklists)]
public sealed record PublishDraft(Guid DraftId, int Rev, DateOnly ValidFrom) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class PublishDraftValidator : AbstractValidator<PublishDraft>
{
    public PublishDraftValidator(TimeProvider clock)
    {
        this.HasDraft(command => command.DraftId);
        RuleFor(command => command.ValidFrom)
            .Must(day => day >= SwedishDate.Today(clock) && day <= SwedishDate.Today(clock).AddYears(2))
            .WithMessage("Välj från vilken dag versionen gäller: i dag eller senare, och inom två år.");
    }
}

internal sealed class PublishDraftHandler(ChecklistDrafts drafts, ChecklistCourse course) : IRequestHandler<PublishDraft, Nothing>
{
    public async Task<Nothing> Handle(PublishDraft request, CancellationToken cancellationToken)
    {
        var (database, draft) = (drafts.Database, await drafts.Find(request.DraftId, cancellationToken));
        if (await database.ChecklistVersions.AnyAsync(version => version.Id == draft.Id && version.ValidFrom == request.ValidFrom, cancellationToken))
            return Nothing.Value;
        draft.MustBe(ChecklistDraftStatus.Consulted);
        await drafts.MustBeSeen(draft, request.Rev, cancellationToken);
        var unmet = ChecklistGuards.Unmet(draft, drafts.Today);
        var checklist = await drafts.Read(draft.Content, cancellationToken);
        var newest = await database.ChecklistVersions.Where(version => version.Key == draft.Key && version.Version == draft.Version - 1).Select(version => (Guid?)version.Id)
            .SingleOrDefaultAsync(cancellationToken);
        await course.Leave(draft.Id, "publish", cancellationToken, unmet, draft, ReviewBy(checklist));
        database.ChecklistVersions.Add(draft.Publish(checklist, request.ValidFrom, drafts.Actor, drafts.Now));
        if (newest is { } replaced)
            await course.End(replaced, "replace", cancellationToken);
        return Nothing.Value;
    }

    private DateOnly? ReviewBy(Checklist checklist) => checklist.ReviewBy > drafts.Today ? checklist.ReviewBy : null;
}
