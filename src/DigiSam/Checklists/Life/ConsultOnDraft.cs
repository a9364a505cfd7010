using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Checklists.Life;

/// <summary>
/// Sends a draft for consultation: the chief safety representatives get a task, and its words lie still. The client makes
/// <paramref name="ConsultationId"/>: sent twice, it is sent once.
/// </summary>
[Needs(Permission.PublishChecklists)]
public sealed record SendForConsultation(Guid DraftId, int Rev, Guid ConsultationId) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>Takes a draft back from a consultation to change it. What has been answered stays, with the words it was about.</summary>
[Needs(Permission.PublishChecklists)]
public sealed record TakeBackDraft(Guid DraftId, Guid ConsultationId) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>
/// Says what one thinks of a draft, word for word; without text, that one has read it and has nothing to add. The client makes
/// <paramref name="ReplyId"/>.
/// </summary>
[Needs(Permission.AnswerConsultation)]
public sealed record AnswerConsultation(Guid DraftId, Guid ConsultationId, Guid ReplyId, string? Text) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class SendForConsultationValidator : AbstractValidator<SendForConsultation>
{
    public SendForConsultationValidator()
    {
        this.HasDraft(command => command.DraftId);
        RuleFor(command => command.ConsultationId).NotEmpty().WithName("Samrådet");
    }
}

internal sealed class TakeBackDraftValidator : AbstractValidator<TakeBackDraft>
{
    public TakeBackDraftValidator()
    {
        this.HasDraft(command => command.DraftId);
        RuleFor(command => command.ConsultationId).NotEmpty().WithName("Samrådet");
    }
}

internal sealed class AnswerConsultationValidator : AbstractValidator<AnswerConsultation>
{
    public AnswerConsultationValidator()
    {
        this.HasDraft(command => command.DraftId);
        RuleFor(command => command.ConsultationId).NotEmpty().WithName("Samrådet");
        RuleFor(command => command.ReplyId).NotEmpty().WithName("Svarets id");
        RuleFor(command => command.Text).MaximumLength(ChecklistReply.LongestText).WithName("Svaret");
    }
}

internal sealed class SendForConsultationHandler(ChecklistDrafts drafts, ChecklistCourse course) : IRequestHandler<SendForConsultation, Nothing>
{
    public async Task<Nothing> Handle(SendForConsultation request, CancellationToken cancellationToken)
    {
        var draft = await drafts.Find(request.DraftId, cancellationToken);
        if (draft.Consultations.Any(consultation => consultation.Id == request.ConsultationId))
            return Nothing.Value;
        if (draft.Status == ChecklistDraftStatus.Draft)
            await drafts.MustBeSeen(draft, request.Rev, cancellationToken);
        // The register of provisions, and what has been published, may be others than when the draft was saved.
        await drafts.Read(draft.Content, cancellationToken);
        draft.Send(request.ConsultationId, drafts.Actor, drafts.Now);
        draft.Present!.IsOpenUntil(await course.Leave(draft.Id, "consult", cancellationToken, draft: draft));
        return Nothing.Value;
    }
}

internal sealed class TakeBackDraftHandler(ChecklistDrafts drafts, ChecklistCourse course) : IRequestHandler<TakeBackDraft, Nothing>
{
    public async Task<Nothing> Handle(TakeBackDraft request, CancellationToken cancellationToken)
    {
        var draft = await drafts.Find(request.DraftId, cancellationToken);
        if (draft.Status != ChecklistDraftStatus.Published && draft.Consultations.Any(consultation => consultation.Id == request.ConsultationId && consultation.EndedAt is not null))
            return Nothing.Value;
        draft.TakeBack(drafts.Now);
        await course.Leave(draft.Id, "return", cancellationToken, draft: draft);
        return Nothing.Value;
    }
}

internal sealed class AnswerConsultationHandler(ChecklistDrafts drafts, ChecklistCourse course) : IRequestHandler<AnswerConsultation, Nothing>
{
    public async Task<Nothing> Handle(AnswerConsultation request, CancellationToken cancellationToken)
    {
        var draft = await drafts.Find(request.DraftId, cancellationToken);
        if (draft.Consultations.SelectMany(consultation => consultation.Replies).Any(reply => reply.Id == request.ReplyId))
            return Nothing.Value;
        draft.Answer(request.ConsultationId, new ChecklistReply(request.ReplyId, request.ConsultationId, drafts.Actor, request.Text, drafts.Now));
        await course.Answered(draft, cancellationToken);
        return Nothing.Value;
    }
}
