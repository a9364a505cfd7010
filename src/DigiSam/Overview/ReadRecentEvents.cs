using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Overview;

public enum RecentEventKind
{
    RoundCompleted,
    RiskAdded,
    RiskAssessed,
    MeasureDone,
}

/// <summary>Something that happened in a unit: what it was about, and when.</summary>
public sealed record RecentEvent(RecentEventKind Kind, DateTimeOffset At, Guid Id, Guid UnitId, string Unit, string About);

/// <summary>The newest events in a place and below it during the last <see cref="Days"/> days, newest first.</summary>
[Needs(Permission.ReadRisks)]
public sealed record ReadRecentEvents(Guid PlaceId) : IQuery<IReadOnlyList<RecentEvent>>
{
    public const int Days = 21;

    public const int Most = 8;

    public ActsOn Place => new(PlaceId);
}

internal sealed class ReadRecentEventsValidator : AbstractValidator<ReadRecentEvents>
{
    public ReadRecentEventsValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ReadRecentEventsHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<ReadRecentEvents, IReadOnlyList<RecentEvent>>
{
    public async Task<IReadOnlyList<RecentEvent>> Handle(ReadRecentEvents request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var since = clock.GetUtcNow().AddDays(-ReadRecentEvents.Days);
        var units = database.Units.Where(unit => database.PlaceScopes.Any(scope => scope.AncestorId == request.PlaceId
            && scope.DescendantId == unit.Id && scope.ValidFrom <= today && today <= scope.ValidTo));
        var rounds = from round in database.SafetyRounds
                     join unit in units on round.UnitId equals unit.Id
                     join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
                     where round.Status == RoundStatus.Completed && round.CompletedAt >= since
                     orderby round.CompletedAt descending
                     select new RecentEvent(RecentEventKind.RoundCompleted, round.CompletedAt!.Value, round.Id, unit.Id, unit.Name, version.Title);
        var added = from risk in database.Risks
                    join unit in units on risk.UnitId equals unit.Id
                    where risk.CreatedAt >= since
                    orderby risk.CreatedAt descending
                    select new RecentEvent(RecentEventKind.RiskAdded, risk.CreatedAt, risk.Id, unit.Id, unit.Name, risk.Title);
        var assessed = from assessment in database.Set<Risks.RiskAssessment>()
                       join risk in database.Risks on assessment.RiskId equals risk.Id
                       join unit in units on risk.UnitId equals unit.Id
                       where assessment.At >= since
                       orderby assessment.At descending
                       select new RecentEvent(RecentEventKind.RiskAssessed, assessment.At, risk.Id, unit.Id, unit.Name, risk.Title);
        var done = from made in database.Set<MeasureEvent>()
                   join measure in database.Measures on made.MeasureId equals measure.Id
                   join unit in units on measure.UnitId equals unit.Id
                   where made.Kind == MeasureEventKind.Done && made.At >= since && measure.DoneOn != null
                   orderby made.At descending
                   select new RecentEvent(RecentEventKind.MeasureDone, made.At, measure.Id, unit.Id, unit.Name, measure.Title);
        var events = new List<RecentEvent>();
        foreach (var some in new[] { rounds, added, assessed, done })
            events.AddRange(await some.Take(ReadRecentEvents.Most).ToListAsync(cancellationToken));
        return [.. events.OrderByDescending(happened => happened.At).ThenBy(happened => happened.Id).Take(ReadRecentEvents.Most)];
    }
}
