using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>Starts the SAM year of a unit. A year that has been started already is left as it is.</summary>
[Needs(Permission.StartSamYear)]
public sealed record StartSamYear(Guid UnitId, int Year) : ICommand<Nothing>, IYearRequest
{
    public ActsOn Place => new(UnitId);
}

/// <summary>Starts the SAM year of all units in a place that have not started it, and says how many they were.</summary>
[Needs(Permission.StartSamYear)]
public sealed record StartSamYears(Guid PlaceId, int Year) : ICommand<int>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class StartSamYearValidator : AbstractValidator<StartSamYear>
{
    public StartSamYearValidator(TimeProvider clock)
    {
        RuleFor(command => command.UnitId).NotEmpty().WithName("Enheten");
        RuleFor(command => command.Year).IsNear(clock);
    }
}

internal sealed class StartSamYearsValidator : AbstractValidator<StartSamYears>
{
    public StartSamYearsValidator(TimeProvider clock)
    {
        RuleFor(command => command.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(command => command.Year).IsNear(clock);
    }
}

internal static class StartRules
{
    /// <summary>Last year, this year or next: another is a slip of the pen.</summary>
    public static IRuleBuilderOptions<T, int> IsNear<T>(this IRuleBuilder<T, int> rule, TimeProvider clock) => rule
        .Must(year => Math.Abs(year - SwedishDate.Today(clock).Year) <= 1)
        .WithMessage("Du kan starta förra året, det här året eller nästa år.");
}

internal sealed class StartSamYearHandler(SamYearStarter starter, YearUnits units) : IRequestHandler<StartSamYear, Nothing>
{
    public async Task<Nothing> Handle(StartSamYear request, CancellationToken cancellationToken)
    {
        if (!await units.In(request.UnitId, request.Year).AnyAsync(unit => unit.Id == request.UnitId, cancellationToken))
            throw new OnlyUnitsHaveSamYears(request.Year);
        await starter.Start([request.UnitId], request.Year, cancellationToken);
        return Nothing.Value;
    }
}

internal sealed class StartSamYearsHandler(SamYearStarter starter, YearUnits units) : IRequestHandler<StartSamYears, int>
{
    public async Task<int> Handle(StartSamYears request, CancellationToken cancellationToken)
    {
        var found = await units.In(request.PlaceId, request.Year).OrderBy(unit => unit.SortKey).Select(unit => unit.Id).ToListAsync(cancellationToken);
        return await starter.Start(found, request.Year, cancellationToken);
    }
}

/// <summary>Which units a year concerns.</summary>
internal sealed class YearUnits(DigiSamContext database, TimeProvider clock)
{
    /// <summary>The units in the place, on the day of the year that is nearest to today.</summary>
    public IQueryable<Organisation.Unit> In(Guid placeId, int year)
    {
        var today = SwedishDate.Today(clock);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var day = today < first ? first : today > last ? last : today;
        return database.Units.Where(unit => unit.ValidFrom <= day && day <= unit.ValidTo
            && (database.Municipalities.Any(whole => whole.Id == placeId)
                || database.PlaceScopes.Any(scope => scope.AncestorId == placeId && scope.DescendantId == unit.Id && scope.ValidFrom <= day && day <= scope.ValidTo)));
    }
}

/// <summary>Only units have SAM years, and only in years when they exist.</summary>
public sealed class OnlyUnitsHaveSamYears(int year)
    : BrokenRule($"SAM-året hålls av enheter som finns {year}. Välj en sådan enhet, eller starta året för alla enheter på platsen.");
