using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.Risks.Life;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Risks;

/// <summary>A request about a risk. It names the unit too: that is the place the actor must have a role in.</summary>
public interface IRiskRequest : IActsOn
{
    Guid UnitId { get; }

    Guid RiskId { get; }
}

/// <summary>What requests about risks need: the rows, who asks, when, and the matrix.</summary>
internal sealed class RiskRegister(DigiSamContext database, RiskCourse course, CurrentActor actor, InstalledDefinitions definitions, TimeProvider clock)
{
    public DigiSamContext Database => database;

    public Guid Actor => actor.PersonId;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => SwedishDate.Today(clock);

    /// <summary>The matrix that new assessments are made with.</summary>
    public RiskMatrix Matrix => definitions.Matrix;

    /// <summary>The matrix that an assessment was made with.</summary>
    public RiskMatrix MatrixOf(int version) => definitions.Matrices.FirstOrDefault(matrix => matrix.Version == version) ?? Matrix;

    /// <summary>"Hög" of a level's key in a version of the matrix; null of null.</summary>
    public string? LevelName(int? version, string? level) =>
        level is null ? null : MatrixOf(version ?? Matrix.Version).Level(level)?.Name ?? level;

    /// <summary>The risk, if it is the unit's: one of another unit is as unknown as one that does not exist.</summary>
    public async Task<Risk> Find(IRiskRequest request, CancellationToken stop) =>
        await database.Risks.Include(risk => risk.Assessments).Include(risk => risk.Events).AsSplitQuery()
            .SingleOrDefaultAsync(risk => risk.Id == request.RiskId && risk.UnitId == request.UnitId, stop)
        ?? throw new RiskIsUnknown();

    /// <summary>Adds a risk, and starts its process.</summary>
    public async Task Add(Risk risk, CancellationToken stop)
    {
        database.Risks.Add(risk);
        await course.Begin(risk, stop);
    }

    /// <summary>Whether the unit has the risk already, as after a double click. The id of another unit's risk is refused.</summary>
    public async Task<bool> Has(IRiskRequest request, CancellationToken stop)
    {
        var unit = await database.Risks.Where(risk => risk.Id == request.RiskId).Select(risk => (Guid?)risk.UnitId).SingleOrDefaultAsync(stop);
        if (unit is null && !await database.Units.AnyAsync(place => place.Id == request.UnitId, stop))
            throw new OnlyUnitsHaveRisks();
        return unit is not null && (unit == request.UnitId ? true : throw new RiskIsUnknown());
    }
}

/// <summary>Risks are kept where they are found: in a unit.</summary>
public sealed class OnlyUnitsHaveRisks() : BrokenRule("En risk läggs till i en enhet. Välj den enhet där risken finns.");

internal static class RiskRequests
{
    public static IServiceCollection AddRisks(this IServiceCollection services) => services
        .AddScoped<RiskRegister>()
        .AddScoped<ReadsRiskFacts>()
        .AddScoped<RiskCourse>()
        .AddScoped<RiskProjection>()
        .AddScoped<IProcessProjection>(services => services.GetRequiredService<RiskProjection>())
        .AddScoped<IProcessOrigin, RiskOrigins>()
        .AddSingleton<IProcessWording, RiskWording>();

    /// <summary>The ids of unit and risk.</summary>
    public static void HasRisk<T>(this AbstractValidator<T> validator)
        where T : IRiskRequest
    {
        validator.RuleFor(request => request.UnitId).NotEmpty().WithName("Enheten");
        validator.RuleFor(request => request.RiskId).NotEmpty().WithName("Risken");
    }

    public static void RiskTitle<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithMessage("Skriv vad risken är, med några ord.").MaximumLength(Risk.LongestTitle).WithName("Rubriken");

    public static void RiskDescription<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithMessage("Beskriv risken: vad kan hända, för vem och varför?").MaximumLength(Risk.LongestDescription).WithName("Beskrivningen");

    public static void RiskReason<T>(this IRuleBuilder<T, string> rule, string missing) =>
        rule.NotEmpty().WithMessage(missing).MaximumLength(2000).WithName("Skälet");
}
