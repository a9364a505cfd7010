using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Provisions;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists.Life;

/// <summary>A draft as it will look, and what the actor may say of it.</summary>
/// <param name="ConsultationId">The consultation that goes on; null when none does.</param>
/// <param name="Mine">What the actor has answered in it.</param>
public sealed record DraftReading(
    Guid DraftId, Checklist Checklist, IReadOnlyDictionary<string, Provision> Provisions, ChecklistDraftStatus Status, string ChangedBy, DateTimeOffset ChangedAt,
    Guid? ConsultationId, DateOnly? LastDay, bool MayAnswer, IReadOnlyList<ReplyInLife> Mine);

/// <summary>Reads the draft of a checklist that is under way; fails with <see cref="DraftIsUnknown"/> where none is.</summary>
[Needs(Permission.ReadChecklistDrafts)]
public sealed record ReadDraft(string Key) : IQuery<DraftReading>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>
/// The file of a draft or, with <paramref name="ConsultationId"/>, the one that was read in a consultation about it; byte for byte.
/// </summary>
[Needs(Permission.ReadChecklistDrafts)]
public sealed record DownloadDraft(Guid DraftId, Guid? ConsultationId = null) : IQuery<ChecklistDownload>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>The file of a published version, byte for byte, for the repository or to work on.</summary>
[Needs(Permission.ReadChecklists)]
public sealed record DownloadChecklist(Guid PlaceId, string Key, int Version) : IQuery<ChecklistDownload>
{
    public ActsOn Place => new(PlaceId);
}

public sealed record ChecklistDownload(string FileName, byte[] Content);

internal sealed class ReadDraftValidator : AbstractValidator<ReadDraft>
{
    public ReadDraftValidator() => RuleFor(query => query.Key).NotEmpty().WithName("Checklistan");
}

internal sealed class DownloadDraftValidator : AbstractValidator<DownloadDraft>
{
    public DownloadDraftValidator() => this.HasDraft(query => query.DraftId);
}

internal sealed class DownloadChecklistValidator : AbstractValidator<DownloadChecklist>
{
    public DownloadChecklistValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Key).NotEmpty().WithName("Checklistan");
    }
}

internal sealed class ReadDraftHandler(DigiSamContext database, InstalledDefinitions definitions, CurrentActor actor, AccessCheck access) : IRequestHandler<ReadDraft, DraftReading>
{
    public async Task<DraftReading> Handle(ReadDraft request, CancellationToken cancellationToken)
    {
        var draft = await database.ChecklistDrafts.AsNoTracking().Include(draft => draft.Consultations).ThenInclude(consultation => consultation.Replies).AsSplitQuery()
            .SingleOrDefaultAsync(draft => draft.Key == request.Key && (draft.Status == ChecklistDraftStatus.Draft || draft.Status == ChecklistDraftStatus.Consulted), cancellationToken)
            ?? throw new DraftIsUnknown();
        var changedBy = await database.People.Where(person => person.Id == draft.ChangedById).Select(person => person.Name).SingleAsync(cancellationToken);
        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(cancellationToken);
        var read = ChecklistFile.ReadKept(draft.Content);
        var present = draft.Present;
        return new DraftReading(
            draft.Id, read, definitions.ProvisionsOf(read), draft.Status, changedBy, draft.ChangedAt,
            present?.Id, present is { LastDay: var day } && day < DateOnly.MaxValue ? day : null,
            present is not null && await access.Reaches(Permission.AnswerConsultation, municipality, cancellationToken),
            [.. (present?.Replies ?? []).Where(reply => reply.PersonId == actor.PersonId).OrderBy(reply => reply.At).Select(reply => new ReplyInLife("", reply.At, reply.Text))]);
    }
}

internal sealed class DownloadDraftHandler(DigiSamContext database) : IRequestHandler<DownloadDraft, ChecklistDownload>
{
    public async Task<ChecklistDownload> Handle(DownloadDraft request, CancellationToken cancellationToken)
    {
        var draft = await database.ChecklistDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.Id == request.DraftId, cancellationToken) ?? throw new DraftIsUnknown();
        if (request.ConsultationId is not { } consultation)
            return new ChecklistDownload($"{draft.Key}-{draft.Version}-utkast.yaml", draft.Content);
        var sent = await database.ChecklistConsultations.AsNoTracking().SingleOrDefaultAsync(sent => sent.Id == consultation && sent.DraftId == draft.Id, cancellationToken) ?? throw new DraftIsUnknown();
        return new ChecklistDownload($"{draft.Key}-{sent.Version}-samrad-{SwedishDate.Short(SwedishDate.DateIn(sent.SentAt))}.yaml", sent.Content);
    }
}

internal sealed class DownloadChecklistHandler(DigiSamContext database) : IRequestHandler<DownloadChecklist, ChecklistDownload>
{
    public async Task<ChecklistDownload> Handle(DownloadChecklist request, CancellationToken cancellationToken) =>
        await database.ChecklistVersions.AsNoTracking().Where(version => version.Key == request.Key && version.Version == request.Version)
            .Select(version => new ChecklistDownload($"{version.Key}-{version.Version}.yaml", version.Content)).SingleOrDefaultAsync(cancellationToken)
        ?? throw new ChecklistVersionIsUnknown();
}
