using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Risks;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Measures;

public enum MeasureSort
{
    /// <summary>Nearest last day first.</summary>
    Due,
    Title,
    Unit,
}

/// <summary>Which measures a list shows. Null means any.</summary>
/// <param name="Year">Those whose last day or day of completion is in the year.</param>
/// <param name="ToCheck">Done, with an effect that is still to be judged, today or earlier.</param>
public sealed record MeasureFilter(
    MeasureStatus? Status = null, bool Overdue = false, bool Mine = false, bool ToCheck = false, int? Year = null, string? Search = null);

/// <summary>A measure as a list shows it, with the highest value among its open risks.</summary>
public sealed record MeasureRow(
    Guid Id, Guid UnitId, string Unit, string Title, MeasureKind Kind, string Responsible, DateOnly DueOn, bool Overdue, int TimesMoved, MeasureStatus Status, DateOnly? DoneOn,
    MeasureEffect? Effect, DateOnly? NextCheckOn, decimal? Cost, int Risks, int? HighestValue);

/// <summary>The measures of a place and everything below it, and how many planned ones are overdue whatever the filter says.</summary>
public sealed record MeasureList(PageByKey<MeasureRow> Page, int Overdue);

/// <summary>Lists measures: filtered, sorted and cut into pages in the database.</summary>
/// <param name="From">The mark of a page (see <see cref="PageByKey{T}"/>); the first one when null.</param>
[Needs(Permission.ReadMeasures)]
public sealed record ListMeasures(Guid PlaceId, MeasureFilter Filter, MeasureSort Sort = MeasureSort.Due, string? From = null) : IQuery<MeasureList>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListMeasuresValidator : AbstractValidator<ListMeasures>
{
    public ListMeasuresValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Sort).IsInEnum().WithName("Ordningen");
        RuleFor(query => query.Filter.Year).InclusiveBetween(2000, 2100).WithName("Året");
        RuleFor(query => query.Filter.Search).MaximumLength(200).WithName("Sökningen");
    }
}

internal sealed class ListMeasuresHandler(ActionPlans plans) : IRequestHandler<ListMeasures, MeasureList>
{
    private static readonly RowOrder<Measure> ByDue = RowOrder<Measure>.By(measure => measure.DueOn).Then(measure => measure.Id);

    private static readonly RowOrder<Measure> ByTitle = RowOrder<Measure>.By(measure => measure.SortKey).Then(measure => measure.Id);

    private static readonly RowOrder<InUnit<Measure>> ByUnit = RowOrder<InUnit<Measure>>.By(found => found.SortKey).Then(found => found.Row.DueOn).Then(found => found.Row.Id);

    public async Task<MeasureList> Handle(ListMeasures request, CancellationToken cancellationToken)
    {
        var (database, today) = (plans.Database, plans.Today);
        var inPlace = await database.Measures.AsNoTracking().InPlace(database, request.PlaceId, today, measure => measure.UnitId, cancellationToken);
        var chosen = Chosen(inPlace, request.Filter);
        var page = request.Sort == MeasureSort.Unit
            ? await chosen.WithUnits(database, measure => measure.UnitId).PageByKey(ByUnit, request.From, Read, row => row.Id, cancellationToken, counted: chosen)
            : await chosen.PageByKey(request.Sort == MeasureSort.Title ? ByTitle : ByDue, request.From, Read, row => row.Id, cancellationToken);
        return new MeasureList(page, await inPlace.CountAsync(measure => measure.Status == MeasureStatus.Planned && measure.DueOn < today, cancellationToken));

        IQueryable<MeasureRow> Read(IReadOnlyList<Guid> ids) => MeasureRows.Of(database, database.Measures.AsNoTracking().Where(measure => ids.Contains(measure.Id)), today);
    }

    private IQueryable<Measure> Chosen(IQueryable<Measure> measures, MeasureFilter filter)
    {
        var (today, actor) = (plans.Today, plans.Actor);
        if (filter.Status is { } status)
            measures = measures.Where(measure => measure.Status == status);
        if (filter.Overdue)
            measures = measures.Where(measure => measure.Status == MeasureStatus.Planned && measure.DueOn < today);
        if (filter.Mine)
            measures = measures.Where(measure => measure.ResponsibleId == actor);
        if (filter.ToCheck)
            measures = measures.Where(measure => measure.Status == MeasureStatus.Done && (measure.NextCheckOn == null || measure.NextCheckOn <= today));
        if (filter.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            measures = measures.Where(measure => (measure.DueOn >= first && measure.DueOn <= last) || (measure.DoneOn >= first && measure.DoneOn <= last));
        }

        foreach (var word in SwedishText.Fold(filter.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            measures = measures.Where(measure => measure.SearchText.Contains(word));
        return measures;
    }
}

internal static class MeasureRows
{
    public static IQueryable<MeasureRow> Of(DigiSamContext database, IQueryable<Measure> measures, DateOnly today) => measures.Select(measure => new MeasureRow(
        measure.Id, measure.UnitId, database.Units.First(unit => unit.Id == measure.UnitId).Name, measure.Title, measure.Kind,
        database.People.First(person => person.Id == measure.ResponsibleId).Name, measure.DueOn, measure.Status == MeasureStatus.Planned && measure.DueOn < today,
        measure.DueDates.Count, measure.Status, measure.DoneOn, measure.Effect, measure.NextCheckOn, measure.Cost, measure.Risks.Count,
        measure.Risks.Join(database.Risks.Where(risk => risk.Status == RiskStatus.Open), served => served.RiskId, risk => risk.Id, (served, risk) => risk.Value).Max()));
}
