using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SafetyRounds;

/// <summary>A round as a list shows it.</summary>
/// <param name="Answered">How many questions have an answer.</param>
/// <param name="Deficiencies">How many of the answers that hold are No or Partly.</param>
/// <param name="Settled">How many of the deficiencies have been assessed as risks or dismissed.</param>
public sealed record RoundSummary(
    Guid Id, Guid UnitId, string Unit, string Checklist, DateOnly PlannedFor, RoundStatus Status, DateOnly? HeldOn, bool? SafetyRepTookPart,
    int Answered, int Deficiencies, int Settled)
{
    /// <summary>How many deficiencies of a completed round are still to be assessed as risks or dismissed.</summary>
    public int ToAssess => Status == RoundStatus.Completed ? Deficiencies - Settled : 0;
}

/// <summary>One page of a list of rounds.</summary>
/// <param name="Total">How many rounds the filter lets through, on all pages.</param>
/// <param name="Counts">How many rounds of each status there are, whatever the filter.</param>
public sealed record RoundList(IReadOnlyList<RoundSummary> Rounds, int Total, IReadOnlyDictionary<RoundStatus, int> Counts);

/// <summary>The rounds of a year in a place and everything below it, by day.</summary>
/// <param name="Status">Only rounds of this status; null for all.</param>
/// <param name="Page">1 is the first.</param>
[Needs(Permission.ReadRounds)]
public sealed record ListRounds(Guid PlaceId, int Year, RoundStatus? Status = null, int Page = 1, int PageSize = 50) : IQuery<RoundList>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListRoundsValidator : AbstractValidator<ListRounds>
{
    public ListRoundsValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Year).ReportYear();
        RuleFor(query => query.Status).IsInEnum().WithName("Läget");
        RuleFor(query => query.Page).InclusiveBetween(1, 100_000).WithName("Sidan");
        RuleFor(query => query.PageSize).InclusiveBetween(1, 500).WithName("Antalet per sida");
    }
}

internal sealed class ListRoundsHandler(DigiSamContext database) : IRequestHandler<ListRounds, RoundList>
{
    public async Task<RoundList> Handle(ListRounds request, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var inPlace = database.SafetyRounds.Where(round => round.PlannedFor >= first && round.PlannedFor <= last
            && database.PlaceScopes.Any(scope => scope.AncestorId == request.PlaceId && scope.DescendantId == round.UnitId
                && scope.ValidFrom <= round.PlannedFor && round.PlannedFor <= scope.ValidTo));
        var counts = await inPlace.GroupBy(round => round.Status).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var ids = await (
            from round in inPlace
            join unit in database.Units on round.UnitId equals unit.Id
            where request.Status == null || round.Status == request.Status
            orderby round.PlannedFor, unit.SortKey, round.Id
            select round.Id).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancellationToken);
        var rounds = (await Summaries(ids).ToListAsync(cancellationToken)).OrderBy(round => ids.IndexOf(round.Id)).ToList();
        return new RoundList(rounds, request.Status is { } status ? counts.GetValueOrDefault(status) : counts.Values.Sum(), counts);
    }
    /// <summary>The page's rounds alone are counted over: SQLite would count for every row before it sorts and cuts.</summary>
    private IQueryable<RoundSummary> Summaries(List<Guid> ids) =>
        from round in database.SafetyRounds
        join unit in database.Units on round.UnitId equals unit.Id
        join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
        where ids.Contains(round.Id)
        select new RoundSummary(
            round.Id, unit.Id, unit.Name, version.Title, round.PlannedFor, round.Status, round.HeldOn,
            round.Participants.Where(participant => participant.TookPart != null).Select(participant => participant.TookPart).FirstOrDefault(),
            round.Answers.Select(answer => answer.QuestionKey).Distinct().Count(),
            round.Answers.Count(answer => (answer.Value == RoundAnswerValue.No || answer.Value == RoundAnswerValue.Partly)
                && !round.Answers.Any(later => later.QuestionKey == answer.QuestionKey
                    && (later.At > answer.At || (later.At == answer.At && later.Id.CompareTo(answer.Id) > 0)))),
            database.Risks.Count(risk => risk.RoundId == round.Id && risk.AssessedOn != null)
                + database.DeficiencyDismissals.Count(dismissal => dismissal.RoundId == round.Id));
}
