using System.Security.Cryptography;
using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Observations;

/// <summary>
/// Reports a risk that was seen in a unit. The client makes <paramref name="ObservationId"/>: sent twice it counts once.
/// An anonymous report stores nothing about who sent it, here or in the audit log.
/// </summary>
[Needs(Permission.ReportObservation)]
public sealed record ReportObservation(Guid UnitId, Guid ObservationId, string Text, string? Spot, bool Anonymous)
    : ICommand<ObservationReceipt>, IMayBeAnonymous
{
    public ActsOn Place => new(UnitId);
}

/// <summary>That the report arrived; <paramref name="Code"/> follows an anonymous one and is null for others.</summary>
public sealed record ObservationReceipt(Guid ObservationId, string? Code);

internal sealed class ReportObservationValidator : AbstractValidator<ReportObservation>
{
    public ReportObservationValidator()
    {
        RuleFor(command => command.UnitId).NotEmpty().WithMessage("Välj vilken enhet det gäller.");
        RuleFor(command => command.ObservationId).NotEmpty().WithName("Observationen");
        RuleFor(command => command.Text).NotEmpty().WithMessage("Berätta vad du har sett.");
        RuleFor(command => command.Text).MaximumLength(Observation.LongestText).WithName("Berättelsen");
        RuleFor(command => command.Spot).MaximumLength(Observation.LongestSpot).WithName("Platsen");
    }
}

internal sealed class ReportObservationHandler(DigiSamContext database, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ReportObservation, ObservationReceipt>
{
    public async Task<ObservationReceipt> Handle(ReportObservation request, CancellationToken cancellationToken)
    {
        var id = request.Anonymous ? Unlinked(request.ObservationId) : request.ObservationId;
        var known = await database.Observations.AsNoTracking().SingleOrDefaultAsync(observation => observation.Id == id, cancellationToken);
        if (known is not null && known.UnitId == request.UnitId && (request.Anonymous || known.ReporterId == actor.PersonId))
            return new ObservationReceipt(known.Id, known.ReceiptCode);
        if (known is not null || !await database.Units.AnyAsync(unit => unit.Id == request.UnitId, cancellationToken))
            throw new ObservationsAreReportedInUnits();
        var observation = request.Anonymous
            ? new Observation(id, request.UnitId, request.Text, request.Spot, SwedishDate.DayAlone(clock), ReceiptCode.New())
            : new Observation(id, request.UnitId, request.Text, request.Spot, clock.GetUtcNow(), actor.PersonId);
        database.Observations.Add(observation);
        return new ObservationReceipt(observation.Id, observation.ReceiptCode);
    }

    /// <summary>An id made by a client may tell the millisecond it was made; what it is hashed to tells nothing, and is the same each time.</summary>
    private static Guid Unlinked(Guid id) => new(SHA256.HashData(id.ToByteArray()).AsSpan(0, 16));
}

/// <summary>An observation belongs to a unit.</summary>
public sealed class ObservationsAreReportedInUnits() : BrokenRule("Observationen kunde inte sparas för den platsen. Välj den enhet där du såg risken och skicka igen.");
