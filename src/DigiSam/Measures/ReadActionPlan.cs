using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Measures;

/// <summary>
/// The written action plan of a place and everything below it, to print: each measure that is not finished, and those
/// finished during the year, with the risks they are against, when and by whom (AFS 2023:1 13 §).
/// </summary>
[Needs(Permission.ReadMeasures)]
public sealed record ReadActionPlan(Guid PlaceId, int Year) : IQuery<ActionPlan>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>The plan of one year, as it stands on a day.</summary>
/// <param name="Left">How many measures the plan has beyond those it shows, which is at most 1 000.</param>
public sealed record ActionPlan(string Place, int Year, DateOnly On, IReadOnlyList<ActionPlanUnit> Units, int Left);

public sealed record ActionPlanUnit(string Unit, IReadOnlyList<ActionPlanRow> Measures);

public sealed record ActionPlanRow(MeasureRow Measure, IReadOnlyList<ActionPlanRisk> Against);

public sealed record ActionPlanRisk(Guid Id, string Title, int? Value, string? Level, bool? Serious);

internal sealed class ReadActionPlanValidator : AbstractValidator<ReadActionPlan>
{
    public ReadActionPlanValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Year).InclusiveBetween(2000, 2100).WithName("Året");
    }
}

internal sealed class ReadActionPlanHandler(ActionPlans plans, InstalledDefinitions definitions) : IRequestHandler<ReadActionPlan, ActionPlan>
{
    private const int Longest = 1000;

    public async Task<ActionPlan> Handle(ReadActionPlan request, CancellationToken cancellationToken)
    {
        var (database, today) = (plans.Database, plans.Today);
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var inPlace = await database.Measures.AsNoTracking().InPlace(database, request.PlaceId, today, measure => measure.UnitId, cancellationToken);
        var planned = inPlace.Where(measure => (measure.Status == MeasureStatus.Planned && measure.DueOn <= last)
            || ((measure.Status == MeasureStatus.Done || measure.Status == MeasureStatus.Checked) && measure.DoneOn >= first && measure.DoneOn <= last));
        var ordered = planned.OrderBy(measure => database.Units.First(unit => unit.Id == measure.UnitId).SortKey).ThenBy(measure => measure.UnitId)
            .ThenBy(measure => measure.DueOn).ThenBy(measure => measure.Id).Take(Longest);
        var rows = await MeasureRows.Of(database, ordered, today).ToListAsync(cancellationToken);
        var against = (await (
            from measure in ordered
            from served in measure.Risks
            join risk in database.Risks on served.RiskId equals risk.Id
            select new { served.MeasureId, risk.Id, risk.Title, risk.Value, risk.Level, risk.MatrixVersion, risk.Serious }).ToListAsync(cancellationToken))
            .ToLookup(risk => risk.MeasureId, risk => new ActionPlanRisk(risk.Id, risk.Title, risk.Value, LevelName(risk.MatrixVersion, risk.Level), risk.Serious));
        return new ActionPlan(
            await database.Places.Where(place => place.Id == request.PlaceId).Select(place => place.Name).SingleAsync(cancellationToken),
            request.Year,
            today,
            [.. rows.GroupBy(row => row.UnitId).Select(unit => new ActionPlanUnit(
                unit.First().Unit, [.. unit.Select(row => new ActionPlanRow(row, [.. against[row.Id].OrderByDescending(risk => risk.Value)]))]))],
            Math.Max(0, await planned.CountAsync(cancellationToken) - Longest));
    }

    private string? LevelName(int? version, string? level) =>
        definitions.Matrices.FirstOrDefault(matrix => matrix.Version == version)?.Level(level)?.Name ?? level;
}
