using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
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
        var (place, names) = (request.PlaceId, database.Units);
        var rounds = from round in await database.SafetyRounds.InPlace(database, place, today, round => round.UnitId, cancellationToken)
                     where round.CompletedAt >= since
                     orderby round.CompletedAt descending
                     select new RecentEvent(RecentEventKind.RoundCompleted, round.CompletedAt!.Value, round.Id, round.UnitId, names.First(unit => unit.Id == round.UnitId).Name,
                         database.ChecklistVersions.First(version => version.Id == round.ChecklistVersionId).Title);
        var risks = await database.Risks.InPlace(database, place, today, risk => risk.UnitId, cancellationToken);
        var added = from risk in risks
                    where risk.CreatedAt >= since
                    orderby risk.CreatedAt descending
                    select new RecentEvent(RecentEventKind.RiskAdded, risk.CreatedAt, risk.Id, risk.UnitId, names.First(unit => unit.Id == risk.UnitId).Name, risk.Title);
        var assessed = from assessment in database.Set<Risks.RiskAssessment>()
                       join risk in risks on assessment.RiskId equals risk.Id
                       where assessment.At >= since
                       orderby assessment.At descending
                       select new RecentEvent(RecentEventKind.RiskAssessed, assessment.At, risk.Id, risk.UnitId, names.First(unit => unit.Id == risk.UnitId).Name, risk.Title);
        var done = from made in database.Set<MeasureEvent>()
                   join measure in await database.Measures.InPlace(database, place, today, measure => measure.UnitId, cancellationToken) on made.MeasureId equals measure.Id
                   where made.Kind == MeasureEventKind.Done && made.At >= since && measure.DoneOn != null
                   orderby made.At descending
                   select new RecentEvent(RecentEventKind.MeasureDone, made.At, measure.Id, measure.UnitId, names.First(unit => unit.Id == measure.UnitId).Name, measure.Title);
        var events = new List<RecentEvent>();
        foreach (var some in new[] { rounds, added, assessed, done })
            events.AddRange(await some.Take(ReadRecentEvents.Most).ToListAsync(cancellationToken));
        return [.. events.OrderByDescending(happened => happened.At).ThenBy(happened => happened.Id).Take(ReadRecentEvents.Most)];
    }
}
