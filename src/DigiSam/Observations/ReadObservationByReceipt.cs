using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Observations;

/// <summary>What came of an anonymous observation, for whoever holds its receipt code. Reading leaves no trace.</summary>
[Needs(Permission.ReportObservation)]
[ChecksPlace("only the reporter was given the code")]
public sealed record ReadObservationByReceipt(string Code) : IQuery<ObservationFollowUp>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

/// <summary>An observation as its reporter sees it.</summary>
public sealed record ObservationFollowUp(
    Guid Id, string Unit, string Text, string? Spot, DateOnly ReportedOn, ObservationStatus Status, string? Reply, DateOnly? RepliedOn);

internal sealed class ReadObservationByReceiptValidator : AbstractValidator<ReadObservationByReceipt>
{
    public ReadObservationByReceiptValidator() => RuleFor(query => query.Code).NotEmpty().WithMessage("Skriv kvittokoden du fick när du rapporterade.");
}

internal sealed class ReadObservationByReceiptHandler(DigiSamContext database) : IRequestHandler<ReadObservationByReceipt, ObservationFollowUp>
{
    public async Task<ObservationFollowUp> Handle(ReadObservationByReceipt request, CancellationToken cancellationToken)
    {
        var code = ReceiptCode.Read(request.Code);
        var found = await (
            from observation in database.Observations
            join unit in database.Units on observation.UnitId equals unit.Id
            where observation.ReceiptCode == code
            select new { Observation = observation, Unit = unit.Name }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? throw new ReceiptCodeIsUnknown() : FollowUp(found.Observation, found.Unit);
    }

    internal static ObservationFollowUp FollowUp(Observation observation, string unit) => new(
        observation.Id, unit, observation.Text, observation.Spot, SwedishDate.DateIn(observation.ReportedAt), observation.Status, observation.Reply,
        observation.RepliedAt is { } at ? SwedishDate.DateIn(at) : null);
}

/// <summary>No observation has the code.</summary>
public sealed class ReceiptCodeIsUnknown() : BrokenRule("Ingen observation har den kvittokoden. Kontrollera tecknen: koden har tio, till exempel BCDFG-HJKMN.");
