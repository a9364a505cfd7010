using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Observations;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.SafetyRounds;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Overview;

/// <summary>What can wait in a unit, in the order that it is done.</summary>
public enum WaitingKind
{
    /// <summary>A planned round within <see cref="ReadWaitingWork.Horizon"/> days, or whose day has passed.</summary>
    RoundToHold,

    /// <summary>A round that has begun and is not completed.</summary>
    RoundToComplete,

    /// <summary>A completed round of the last 90 days that the one who asks, a safety representative, has not stated involvement in.</summary>
    RoundToState,
    ObservationToAnswer,
    MeasureOverdue,

    /// <summary>
    /// A measure that is done and whose effect is to be checked now. Where all measures against a risk are done, it is the risk
    /// that waits for the check, and tells of it with its last day.
    /// </summary>
    MeasureToCheck,
}

/// <summary>How many things of one kind wait, and the first of them.</summary>
public sealed record WaitingWork(WaitingKind Kind, int Count, Guid Id, Guid UnitId, string About, DateOnly? Day);

/// <summary>
/// What waits in a place and below it: one entry for each kind of work that there is any of. What risks wait for is told by
/// <see cref="Risks.Life.MyRiskWork"/>.
/// </summary>
[Needs(Permission.ReadRounds)]
public sealed record ReadWaitingWork(Guid PlaceId) : IQuery<IReadOnlyList<WaitingWork>>
{
    public const int Horizon = 14;

    public ActsOn Place => new(PlaceId);
}

internal sealed class ReadWaitingWorkValidator : AbstractValidator<ReadWaitingWork>
{
    public ReadWaitingWorkValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ReadWaitingWorkHandler(DigiSamContext database, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ReadWaitingWork, IReadOnlyList<WaitingWork>>
{
    public async Task<IReadOnlyList<WaitingWork>> Handle(ReadWaitingWork request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var (soon, lately) = (today.AddDays(ReadWaitingWork.Horizon), clock.GetUtcNow().AddDays(-90));
        var units = database.PlaceScopes.Where(scope => scope.AncestorId == request.PlaceId && scope.ValidFrom <= today && today <= scope.ValidTo).Select(scope => scope.DescendantId);
        var rounds = from round in database.SafetyRounds
                     join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
                     where units.Contains(round.UnitId)
                     select new { Round = round, version.Title };
        var waiting = new List<WaitingWork?>
        {
            await First(WaitingKind.RoundToHold, rounds.Where(row => row.Round.Status == RoundStatus.Planned && row.Round.PlannedFor <= soon)
                .Select(row => new Row { Id = row.Round.Id, UnitId = row.Round.UnitId, About = row.Title, Day = row.Round.PlannedFor })),
            await First(WaitingKind.RoundToComplete, rounds.Where(row => row.Round.Status == RoundStatus.Held)
                .Select(row => new Row { Id = row.Round.Id, UnitId = row.Round.UnitId, About = row.Title, Day = row.Round.PlannedFor })),
            await First(WaitingKind.RoundToState, rounds.Where(row => row.Round.Status == RoundStatus.Completed && row.Round.CompletedAt >= lately
                    && !row.Round.Participants.Any(joined => joined.PersonId == actor.PersonId && joined.TookPart != null))
                .Select(row => new Row { Id = row.Round.Id, UnitId = row.Round.UnitId, About = row.Title, Day = row.Round.PlannedFor })),
            await First(WaitingKind.ObservationToAnswer, database.Observations.Where(seen => units.Contains(seen.UnitId) && seen.Status == ObservationStatus.New)
                .Select(seen => new Row { Id = seen.Id, UnitId = seen.UnitId, About = seen.Text, Day = null })),
            await First(WaitingKind.MeasureOverdue, database.Measures.Where(measure => units.Contains(measure.UnitId) && measure.Status == MeasureStatus.Planned && measure.DueOn < today)
                .Select(measure => new Row { Id = measure.Id, UnitId = measure.UnitId, About = measure.Title, Day = measure.DueOn })),
            await First(WaitingKind.MeasureToCheck, database.Measures.Where(measure => units.Contains(measure.UnitId) && measure.Status == MeasureStatus.Done
                    && (measure.NextCheckOn == null || measure.NextCheckOn <= today)
                    && !measure.Risks.Any(served => database.Risks.Any(risk => risk.Id == served.RiskId && risk.Status == RiskStatus.Open && risk.Stage == RiskStage.Acted)))
                .Select(measure => new Row { Id = measure.Id, UnitId = measure.UnitId, About = measure.Title, Day = measure.NextCheckOn })),
        };
        return [.. waiting.OfType<WaitingWork>()];

        async Task<WaitingWork?> First(WaitingKind kind, IQueryable<Row> rows)
        {
            var found = await rows.OrderBy(row => row.Day).ThenBy(row => row.Id).Select(first => new { First = first, Count = rows.Count() }).FirstOrDefaultAsync(cancellationToken);
            return found is null ? null : new WaitingWork(kind, found.Count, found.First.Id, found.First.UnitId, found.First.About, found.First.Day);
        }
    }

    private sealed class Row
    {
        public Guid Id { get; init; }

        public Guid UnitId { get; init; }

        public string About { get; init; } = "";

        public DateOnly? Day { get; init; }
    }
}
