using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists.Life;

/// <summary>
/// The yearly review of a published checklist has been done: what was found, with a note. A finding that a new version is needed starts
/// its draft as <paramref name="ReviewId"/>, unless one is under way. The next review is due a year later. The client makes the id.
/// </summary>
[Needs(Permission.PublishChecklists)]
public sealed record ReviewChecklist(Guid ReviewId, string Key, int Version, ReviewFinding Finding, string Note) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>
/// Takes a checklist out of use, with the reason: no new round is planned with any of its versions. What is planned and answered
/// stays. The client makes <paramref name="RetirementId"/>.
/// </summary>
[Needs(Permission.PublishChecklists)]
public sealed record RetireChecklist(Guid RetirementId, string Key, string Reason) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>Takes a checklist in use again. That it was out of use stays as history.</summary>
[Needs(Permission.PublishChecklists)]
public sealed record RestoreChecklist(Guid RetirementId) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ReviewChecklistValidator : AbstractValidator<ReviewChecklist>
{
    public ReviewChecklistValidator()
    {
        RuleFor(command => command.ReviewId).NotEmpty().WithName("Översynens id");
        RuleFor(command => command.Key).NotEmpty().WithName("Checklistan");
        RuleFor(command => command.Finding).IsInEnum().WithMessage("Välj vad översynen ledde till.");
        RuleFor(command => command.Note).Must(note => !string.IsNullOrWhiteSpace(note)).WithMessage("Skriv kort vad ni gick igenom och kom fram till.")
            .MaximumLength(ChecklistReview.LongestNote).WithName("Anteckningen");
    }
}

internal sealed class RetireChecklistValidator : AbstractValidator<RetireChecklist>
{
    public RetireChecklistValidator()
    {
        RuleFor(command => command.RetirementId).NotEmpty().WithName("Uppgiftens id");
        RuleFor(command => command.Key).NotEmpty().WithName("Checklistan");
        RuleFor(command => command.Reason).ChecklistReason("Skriv varför checklistan tas ur bruk.");
    }
}

internal sealed class RestoreChecklistValidator : AbstractValidator<RestoreChecklist>
{
    public RestoreChecklistValidator() => RuleFor(command => command.RetirementId).NotEmpty().WithName("Uppgiftens id");
}

internal sealed class ReviewChecklistHandler(ChecklistDrafts drafts, ChecklistCourse course, DraftBeginning beginning) : IRequestHandler<ReviewChecklist, Nothing>
{
    public async Task<Nothing> Handle(ReviewChecklist request, CancellationToken cancellationToken)
    {
        if (await drafts.Database.ChecklistReviews.AnyAsync(review => review.Id == request.ReviewId, cancellationToken))
            return Nothing.Value;
        var newest = await PublishedChecklists.NewestOf(drafts.Database, request.Key, cancellationToken);
        if (await drafts.Retired(request.Key, cancellationToken) is not null)
            throw new ChecklistIsOutOfUse(newest.Title);
        if (newest.Version != request.Version)
            throw new ChecklistHasANewerVersion(newest.Version);
        drafts.Database.ChecklistReviews.Add(new ChecklistReview(request.ReviewId, newest.Id, request.Finding, request.Note, drafts.Actor, drafts.Now));
        await course.Leave(newest.Id, "review", cancellationToken);
        if (request.Finding == ReviewFinding.NewVersion && await drafts.UnderWay(request.Key, cancellationToken) is null)
            await beginning.Next(request.ReviewId, request.Key, cancellationToken);
        return Nothing.Value;
    }
}

internal sealed class RetireChecklistHandler(ChecklistDrafts drafts, ChecklistCourse course) : IRequestHandler<RetireChecklist, Nothing>
{
    public async Task<Nothing> Handle(RetireChecklist request, CancellationToken cancellationToken)
    {
        if (await drafts.Database.ChecklistRetirements.AnyAsync(retirement => retirement.Id == request.RetirementId, cancellationToken))
            return Nothing.Value;
        var newest = await PublishedChecklists.NewestOf(drafts.Database, request.Key, cancellationToken);
        if (await drafts.Retired(request.Key, cancellationToken) is not null)
            throw new ChecklistIsOutOfUse(newest.Title);
        if (await drafts.UnderWay(request.Key, cancellationToken) is { } draft)
            throw new DraftStandsInTheWay(draft.Version);
        drafts.Database.ChecklistRetirements.Add(new ChecklistRetirement(request.RetirementId, request.Key, request.Reason, drafts.Actor, drafts.Now));
        await course.Leave(newest.Id, "retire", cancellationToken);
        return Nothing.Value;
    }
}

internal sealed class RestoreChecklistHandler(ChecklistDrafts drafts, ChecklistCourse course) : IRequestHandler<RestoreChecklist, Nothing>
{
    public async Task<Nothing> Handle(RestoreChecklist request, CancellationToken cancellationToken)
    {
        var retirement = await drafts.Database.ChecklistRetirements.SingleOrDefaultAsync(retirement => retirement.Id == request.RetirementId, cancellationToken)
            ?? throw new ChecklistIsNotPublished();
        if (retirement.UndoneAt is not null)
            return Nothing.Value;
        retirement.Undo(drafts.Actor, drafts.Now);
        await course.Restore((await PublishedChecklists.NewestOf(drafts.Database, retirement.Key, cancellationToken)).Id, cancellationToken);
        return Nothing.Value;
    }
}
