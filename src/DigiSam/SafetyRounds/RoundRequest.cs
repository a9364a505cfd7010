using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.SafetyRounds;

/// <summary>A request about a round. It names the unit too: that is the place the actor must have a role in.</summary>
public interface IRoundRequest : IActsOn
{
    Guid UnitId { get; }

    Guid RoundId { get; }
}

/// <summary>Loads what requests about a round need.</summary>
internal sealed class Rounds(DigiSamContext database, CurrentActor actor)
{
    /// <summary>The round, if it is the unit's: a round of another unit is as unknown as one that does not exist.</summary>
    public async Task<SafetyRound> Find(IRoundRequest request, CancellationToken stop) =>
        await database.SafetyRounds.Include(round => round.Answers).Include(round => round.Participants).AsSplitQuery()
            .SingleOrDefaultAsync(round => round.Id == request.RoundId && round.UnitId == request.UnitId, stop)
        ?? throw new RoundIsUnknown();

    /// <summary>The checklist in the words of the round's version.</summary>
    public async Task<Checklist> ChecklistOf(SafetyRound round, CancellationToken stop) =>
        ChecklistFile.Read(await database.ChecklistVersions.AsNoTracking().SingleAsync(version => version.Id == round.ChecklistVersionId, stop));

    /// <summary>The person who sends the request.</summary>
    public Task<Person> Actor(CancellationToken stop) => database.People.AsNoTracking().SingleAsync(person => person.Id == actor.PersonId, stop);
}

/// <summary>There is no such round in the unit.</summary>
public sealed class RoundIsUnknown() : BrokenRule("Ronden finns inte i den här enheten. Den kan ha hört till en annan enhet; sök efter den under Ronder.");

internal static class SafetyRoundServices
{
    public static void AddSafetyRounds(this IServiceCollection services)
    {
        services.AddScoped<Rounds>();
        services.AddScoped<RoundPlans>();
    }
}

internal static class RoundRules
{
    /// <summary>The ids of unit and round.</summary>
    public static void HasRound<T>(this AbstractValidator<T> validator)
        where T : IRoundRequest
    {
        validator.RuleFor(request => request.UnitId).NotEmpty().WithName("Enheten");
        validator.RuleFor(request => request.RoundId).NotEmpty().WithName("Ronden");
    }
}
