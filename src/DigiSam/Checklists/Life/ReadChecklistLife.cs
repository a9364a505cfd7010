using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists.Life;

/// <summary>
/// A checklist with its versions, where it stands and what has been done. What was said in consultations is for those who may read
/// drafts; others see with whom. Fails with <see cref="ChecklistIsNotPublished"/> where nothing has the key.
/// </summary>
[Needs(Permission.ReadChecklists)]
public sealed record ReadChecklistLife(Guid PlaceId, string Key) : IQuery<ChecklistLife>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ReadChecklistLifeValidator : AbstractValidator<ReadChecklistLife>
{
    public ReadChecklistLifeValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Key).NotEmpty().WithName("Checklistan");
    }
}

internal sealed class ReadChecklistLifeHandler(DigiSamContext database, AccessCheck access, TimeProvider clock) : IRequestHandler<ReadChecklistLife, ChecklistLife>
{
    public async Task<ChecklistLife> Handle(ReadChecklistLife request, CancellationToken cancellationToken)
    {
        var (key, stop, today) = (request.Key, cancellationToken, SwedishDate.Today(clock));
        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(stop);
        var mayRead = await access.Reaches(Permission.ReadChecklistDrafts, municipality, stop);
        var versions = await database.ChecklistVersions.AsNoTracking().Where(version => version.Key == key).OrderByDescending(version => version.Version).ToListAsync(stop);
        var drafts = await database.ChecklistDrafts.AsNoTracking().Where(draft => draft.Key == key)
            .Include(draft => draft.Consultations).ThenInclude(consultation => consultation.Replies).AsSplitQuery().OrderByDescending(draft => draft.StartedAt).ToListAsync(stop);
        var underWay = drafts.Find(draft => draft.IsUnderWay);
        if (versions.Count == 0 && (!mayRead || drafts.Count == 0))
            throw new ChecklistIsNotPublished();
        var reviews = await database.ChecklistReviews.AsNoTracking().Where(review => database.ChecklistVersions.Any(version => version.Key == key && version.Id == review.VersionId))
            .OrderByDescending(review => review.At).ToListAsync(stop);
        var retirements = await database.ChecklistRetirements.AsNoTracking().Where(retirement => retirement.Key == key).OrderByDescending(retirement => retirement.At).ToListAsync(stop);
        var ids = versions.ConvertAll(version => version.Id);
        var rounds = await database.SafetyRounds.Where(round => ids.Contains(round.ChecklistVersionId)).GroupBy(round => round.ChecklistVersionId)
            .Select(version => new { version.Key, Count = version.Count() }).ToDictionaryAsync(version => version.Key, version => version.Count, stop);
        var names = await Names(versions, drafts, reviews, retirements, stop);
        var isRetired = retirements.Exists(retirement => retirement.UndoneAt is null);
        var holding = isRetired ? null : versions.Find(version => version.ValidFrom <= today);
        var shown = holding ?? versions.FirstOrDefault();
        var words = shown is not null ? ChecklistFile.Read(shown) : ChecklistFile.ReadKept(drafts[0].Content);
        return new ChecklistLife(
            key, words.Title, words.Purpose,
            [.. versions.Select(version => InLife(version, drafts, rounds.GetValueOrDefault(version.Id), names))],
            holding?.Version ?? 0,
            underWay is null ? null : await InLife(underWay, names, today, stop),
            mayRead ? [.. drafts.Where(draft => draft.Status == ChecklistDraftStatus.Dropped).Select(draft => new DroppedDraft(draft.Id, draft.Version, draft.DroppedBecause!, draft.DroppedAt!.Value))] : [],
            mayRead ? [.. drafts.SelectMany(draft => draft.Consultations, (draft, consultation) => InLife(draft, consultation, names)).OrderByDescending(consultation => consultation.SentAt)] : [],
            [.. reviews.Select(review => new ReviewInLife(versions.Find(version => version.Id == review.VersionId)!.Version, review.Finding, review.Note, names[review.PersonId], review.At))],
            [.. retirements.Select(retirement => new RetirementInLife(retirement.Id, retirement.Reason, names[retirement.PersonId], retirement.At, retirement.UndoneById is { } by ? names[by] : null, retirement.UndoneAt))],
            versions.Count == 0 || isRetired ? null : await ReviewBy(versions[0].Id, stop),
            versions.Select(version => (Guid?)version.Id).FirstOrDefault(),
            await access.Reaches(Permission.PublishChecklists, municipality, stop), mayRead);
    }

    private async Task<Dictionary<Guid, string>> Names(
        List<ChecklistVersion> versions, List<ChecklistDraft> drafts, List<ChecklistReview> reviews, List<ChecklistRetirement> retirements, CancellationToken stop)
    {
        var consultations = drafts.SelectMany(draft => draft.Consultations).ToList();
        List<Guid> people =
        [
            .. versions.Select(version => version.PublishedById).OfType<Guid>(), .. drafts.Select(draft => draft.ChangedById), .. reviews.Select(review => review.PersonId),
            .. retirements.Select(retirement => retirement.PersonId), .. retirements.Select(retirement => retirement.UndoneById).OfType<Guid>(),
            .. consultations.Select(consultation => consultation.SentById), .. consultations.SelectMany(consultation => consultation.Replies).Select(reply => reply.PersonId),
        ];
        return people.Count == 0 ? [] : await database.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);
    }

    private async Task<DateOnly?> ReviewBy(Guid version, CancellationToken stop)
    {
        var due = await database.ProcessSteps.Where(step => step.State == StepState.Open && step.DueOn < DateOnly.MaxValue
                && database.Processes.Any(process => process.Id == step.ProcessId && process.SubjectId == version && process.Status == ProcessStatus.Running))
            .Select(step => (DateOnly?)step.DueOn).FirstOrDefaultAsync(stop);
        return due;
    }

    private static VersionInLife InLife(ChecklistVersion version, List<ChecklistDraft> drafts, int rounds, Dictionary<Guid, string> names)
    {
        var last = drafts.Find(draft => draft.Id == version.Id)?.Consultations.MaxBy(consultation => consultation.SentAt);
        return new VersionInLife(
            version.Id, version.Version, version.Title, version.PublishedAt, version.ValidFrom, version.PublishedById is { } by ? names[by] : null,
            last is null ? [] : [.. last.Replies.OrderBy(reply => reply.At).Select(reply => new ConsultedPerson(names[reply.PersonId], reply.At)).DistinctBy(person => person.Name)], rounds);
    }

    private async Task<DraftInLife> InLife(ChecklistDraft draft, Dictionary<Guid, string> names, DateOnly today, CancellationToken stop)
    {
        var read = ChecklistFile.ReadKept(draft.Content);
        var asked = await ChecklistCourse.Asked(database, today).Select(person => person.Name).ToListAsync(stop);
        return new DraftInLife(
            draft.Id, draft.Rev, draft.Version, draft.Title, draft.Status, draft.Sha256, read.Questions.Count(), read.Minutes, names[draft.ChangedById], draft.ChangedAt,
            [.. asked.OrderBy(SwedishText.SortKey, StringComparer.Ordinal)], draft.Present?.Id, LastDay(draft.Present), draft.Present?.Replies.Count ?? 0, ChecklistGuards.IsAnsweredOrOver(draft, today));
    }

    private static ConsultationInLife InLife(ChecklistDraft draft, ChecklistConsultation consultation, Dictionary<Guid, string> names) => new(
        consultation.Id, draft.Id, consultation.Version, names[consultation.SentById], consultation.SentAt, LastDay(consultation), consultation.EndedAt, consultation.Sha256 == draft.Sha256,
        [.. consultation.Replies.OrderBy(reply => reply.At).Select(reply => new ReplyInLife(names[reply.PersonId], reply.At, reply.Text))]);

    private static DateOnly? LastDay(ChecklistConsultation? consultation) => consultation is { LastDay: var day } && day < DateOnly.MaxValue ? day : null;
}
