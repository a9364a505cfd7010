using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Observations;

/// <summary>What the actor has reported openly, newest first, and what came of it. Anonymous reports are nobody's.</summary>
[Needs(Permission.ReportObservation)]
public sealed record MyObservations : IQuery<IReadOnlyList<ObservationFollowUp>>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

internal sealed class MyObservationsHandler(DigiSamContext database, CurrentActor actor)
    : IRequestHandler<MyObservations, IReadOnlyList<ObservationFollowUp>>
{
    public async Task<IReadOnlyList<ObservationFollowUp>> Handle(MyObservations request, CancellationToken cancellationToken)
    {
        var mine = await (
            from observation in database.Observations
            join unit in database.Units on observation.UnitId equals unit.Id
            where observation.ReporterId == actor.PersonId
            orderby observation.ReportedAt descending
            select new { Observation = observation, Unit = unit.Name }).AsNoTracking().Take(100).ToListAsync(cancellationToken);
        return mine.ConvertAll(found => ReadObservationByReceiptHandler.FollowUp(found.Observation, found.Unit));
    }
}
