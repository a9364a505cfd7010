using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Observations;

/// <summary>An observation as a list shows it. <paramref name="Reporter"/> is null for an anonymous one.</summary>
public sealed record ObservationRow(
    Guid Id, Guid UnitId, string Unit, string Text, string? Spot, DateTimeOffset ReportedAt, string? Reporter, ObservationStatus Status,
    Guid? RiskId, string? Reply, DateTimeOffset? RepliedAt);

/// <summary>The observations in a place and everything below it: those that wait first, then the newest. Null status: all.</summary>
[Needs(Permission.ReadObservations)]
public sealed record ListObservations(Guid PlaceId, ObservationStatus? Status = null, int Page = 1) : IQuery<PageOf<ObservationRow>>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListObservationsValidator : AbstractValidator<ListObservations>
{
    public ListObservationsValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Status).IsInEnum().WithName("Läget");
        RuleFor(query => query.Page).GreaterThan(0).WithName("Sidan");
    }
}

internal sealed class ListObservationsHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<ListObservations, PageOf<ObservationRow>>
{
    public async Task<PageOf<ObservationRow>> Handle(ListObservations request, CancellationToken cancellationToken)
    {
        var inPlace = await database.Observations.AsNoTracking().InPlace(database, request.PlaceId, SwedishDate.Today(clock), observation => observation.UnitId, cancellationToken);
        var chosen = inPlace.Where(observation => request.Status == null || observation.Status == request.Status);
        var rows =
            from observation in chosen
            join unit in database.Units on observation.UnitId equals unit.Id
            join person in database.People on observation.ReporterId equals person.Id into reporters
            from reporter in reporters.DefaultIfEmpty()
            orderby observation.Status == ObservationStatus.New ? 0 : 1, observation.ReportedAt descending, observation.Id
            select new ObservationRow(
                observation.Id, unit.Id, unit.Name, observation.Text, observation.Spot, observation.ReportedAt, reporter.Name, observation.Status,
                observation.RiskId, observation.Reply, observation.RepliedAt);
        return await rows.Page(request.Page, await chosen.CountAsync(cancellationToken), cancellationToken);
    }
}
