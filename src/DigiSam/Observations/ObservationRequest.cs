using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Observations;

/// <summary>A request about an observation. It names the unit too: that is the place the actor must have a role in.</summary>
public interface IObservationRequest : IActsOn
{
    Guid UnitId { get; }

    Guid ObservationId { get; }
}

/// <summary>There is no such observation in the unit.</summary>
public sealed class ObservationIsUnknown() : BrokenRule("Observationen finns inte i den här enheten. Sök efter den under Observationer.");

internal static class ObservationRules
{
    /// <summary>The ids of unit and observation.</summary>
    public static void HasObservation<T>(this AbstractValidator<T> validator)
        where T : IObservationRequest
    {
        validator.RuleFor(request => request.UnitId).NotEmpty().WithName("Enheten");
        validator.RuleFor(request => request.ObservationId).NotEmpty().WithName("Observationen");
    }

    /// <summary>The observation, if it is the unit's: one of another unit is as unknown as one that does not exist.</summary>
    public static async Task<Observation> FindObservation(this DigiSamContext database, Guid unitId, Guid observationId, CancellationToken stop) =>
        await database.Observations.SingleOrDefaultAsync(observation => observation.Id == observationId && observation.UnitId == unitId, stop)
        ?? throw new ObservationIsUnknown();
}
