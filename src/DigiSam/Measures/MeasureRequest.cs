using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Measures;

/// <summary>A request about a measure. It names the unit too: that is the place the actor must have a role in.</summary>
public interface IMeasureRequest : IActsOn
{
    Guid UnitId { get; }

    Guid MeasureId { get; }
}

/// <summary>What requests about measures need: the rows, who asks and when.</summary>
internal sealed class ActionPlans(DigiSamContext database, RiskCourse course, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Those who have no part in the work of a unit, wherever they hold their role.</summary>
    private static readonly Role[] NotResponsible = [Role.Operator, Role.Administrator, Role.BoardSecretary, Role.CaseOfficer];

    public DigiSamContext Database => database;

    public Guid Actor => actor.PersonId;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => SwedishDate.Today(clock);

    /// <summary>The measure, if it is the unit's: one of another unit is as unknown as one that does not exist.</summary>
    public async Task<Measure> Find(IMeasureRequest request, CancellationToken stop) =>
        await Whole().SingleOrDefaultAsync(measure => measure.Id == request.MeasureId && measure.UnitId == request.UnitId, stop)
        ?? throw new MeasureIsUnknown();

    /// <summary>Changes the unit's measure, and the risks that it works against go on.</summary>
    public async Task<Nothing> Change(IMeasureRequest request, Action<Measure> change, CancellationToken stop)
    {
        var measure = await Find(request, stop);
        await course.Change(measure, () => change(measure), stop);
        return Nothing.Value;
    }

    /// <summary>Whether the unit has the measure already, as after a double click. The id of another unit's measure is refused.</summary>
    public async Task<bool> Has(IMeasureRequest request, CancellationToken stop)
    {
        var unit = await database.Measures.Where(measure => measure.Id == request.MeasureId).Select(measure => (Guid?)measure.UnitId).SingleOrDefaultAsync(stop);
        return unit is not null && (unit == request.UnitId ? true : throw new MeasureIsUnknown());
    }

    /// <summary>The people who may be responsible for a unit's measure: those with a role in the unit or above it today.</summary>
    public IQueryable<Person> Responsible(Guid unitId)
    {
        var today = Today;
        return database.People.AsNoTracking().Where(person => database.RoleAssignments.Any(held =>
            held.PersonId == person.Id && !NotResponsible.Contains(held.Role) && held.ValidFrom <= today && today <= held.ValidTo
            && (database.Municipalities.Any(whole => whole.Id == held.PlaceId)
                || database.PlaceScopes.Any(scope => scope.AncestorId == held.PlaceId && scope.DescendantId == unitId
                    && scope.ValidFrom <= today && today <= scope.ValidTo))));
    }

    /// <summary>Refuses someone who has no role in the unit or above.</summary>
    public async Task MayBeResponsible(Guid personId, Guid unitId, CancellationToken stop)
    {
        if (!await Responsible(unitId).AnyAsync(person => person.Id == personId, stop))
            throw new ResponsibleHasNoRoleHere();
    }

    /// <summary>Refuses risks that are not the unit's, and closed ones.</summary>
    public async Task AreRisksOf(Guid unitId, IReadOnlyCollection<Guid> risks, CancellationToken stop)
    {
        var known = await database.Risks.Where(risk => risks.Contains(risk.Id) && risk.UnitId == unitId).Select(risk => risk.Status).ToListAsync(stop);
        if (known.Count != risks.Distinct().Count())
            throw new RiskIsUnknown();
        if (known.Contains(RiskStatus.Closed))
            throw new ClosedRiskTakesNoMeasure();
    }

    private IQueryable<Measure> Whole() => database.Measures
        .Include(measure => measure.Risks).Include(measure => measure.DueDates).Include(measure => measure.EffectChecks)
        .Include(measure => measure.CarryOvers).Include(measure => measure.Events).AsSplitQuery();
}

/// <summary>Someone in the unit or above it sees to a measure.</summary>
public sealed class ResponsibleHasNoRoleHere() : BrokenRule("Personen har ingen roll i enheten eller ovanför den i dag. Välj någon annan som ansvarig.");

/// <summary>A closed risk needs no measure.</summary>
public sealed class ClosedRiskTakesNoMeasure() : BrokenRule("Risken är stängd. Öppna den igen om den behöver en åtgärd.");

internal static class MeasureRequests
{
    public static IServiceCollection AddMeasures(this IServiceCollection services) => services.AddScoped<ActionPlans>();

    /// <summary>The ids of unit and measure.</summary>
    public static void HasMeasure<T>(this AbstractValidator<T> validator)
        where T : IMeasureRequest
    {
        validator.RuleFor(request => request.UnitId).NotEmpty().WithName("Enheten");
        validator.RuleFor(request => request.MeasureId).NotEmpty().WithName("Åtgärden");
    }

    public static void MeasureTitle<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithMessage("Skriv vad som ska göras.").MaximumLength(Measure.LongestTitle).WithName("Åtgärden");

    public static void Kronor<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.InclusiveBetween(0, 999_999_999_999m).WithMessage("Kostnaden ska vara 0 kronor eller mer.");

    public static void DueDay<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Must(day => day.Year is >= 2000 and <= 2100).WithMessage("Ange vilken dag åtgärden ska vara klar.");

    public static void MeasureReason<T>(this IRuleBuilder<T, string> rule, string missing) =>
        rule.NotEmpty().WithMessage(missing).MaximumLength(2000).WithName("Skälet");
}
