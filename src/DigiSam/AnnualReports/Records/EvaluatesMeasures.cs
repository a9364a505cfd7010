using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.Risks;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Records;

/// <summary>How a measure turned out, seen from today.</summary>
public enum MeasureOutcome
{
    Done,

    /// <summary>Done after the end of the year that it was for.</summary>
    DoneLate,

    /// <summary>Done, but a risk that it was against has been opened again since.</summary>
    Returned,
    NotDone,
    Cancelled,
}

/// <summary>A measure of the year that a report is about, as its records evaluate it.</summary>
/// <param name="Effect">As last judged; null when it is not done, or nobody has judged it.</param>
/// <param name="Slipped">How many times its last day has been moved to a later one.</param>
public sealed record EvaluatedMeasure(Guid Id, string Title, MeasureOutcome Outcome, DateOnly DueOn, DateOnly? DoneOn, MeasureEffect? Effect, int Slipped);

/// <summary>Evaluates a unit's measures of a year by what was recorded about them.</summary>
internal sealed class EvaluatesMeasures(DigiSamContext database)
{
    /// <summary>Those that were to be done in the year, were done in it, or whose last day was moved out of it; what did not work comes first.</summary>
    public async Task<IReadOnlyList<EvaluatedMeasure>> Of(Guid unitId, int year, CancellationToken stop)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var measures = database.Measures.AsNoTracking().Where(measure => measure.UnitId == unitId
            && ((measure.DueOn >= first && measure.DueOn <= last)
                || (measure.DoneOn >= first && measure.DoneOn <= last)
                || measure.DueDates.Any(moved => moved.From >= first && moved.From <= last)));
        var rows = await measures
            .Select(measure => new { measure.Id, measure.Title, measure.Status, measure.DueOn, measure.DoneOn, measure.Effect, Slipped = measure.DueDates.Count(moved => moved.To > moved.From) })
            .ToListAsync(stop);
        var reopened = (await (
            from served in measures.SelectMany(measure => measure.Risks)
            join happened in database.Set<RiskEvent>() on served.RiskId equals happened.RiskId
            where happened.Kind == RiskEventKind.Reopened
            select new { served.MeasureId, happened.At }).ToListAsync(stop)).ToLookup(again => again.MeasureId, again => SwedishDate.DateIn(again.At));
        return
        [
            .. rows.Select(row => new EvaluatedMeasure(row.Id, row.Title, Outcome(row.Status, row.DoneOn, last, reopened[row.Id]), row.DueOn, row.DoneOn, row.DoneOn is null ? null : row.Effect, row.Slipped))
                .OrderByDescending(measure => measure.Outcome is MeasureOutcome.NotDone or MeasureOutcome.Returned).ThenBy(measure => measure.DueOn).ThenBy(measure => measure.Title, StringComparer.Ordinal).ThenBy(measure => measure.Id),
        ];
    }

    private static MeasureOutcome Outcome(MeasureStatus status, DateOnly? doneOn, DateOnly last, IEnumerable<DateOnly> reopened) => (status, doneOn) switch
    {
        (MeasureStatus.Cancelled, _) => MeasureOutcome.Cancelled,
        (_, null) => MeasureOutcome.NotDone,
        (_, { } done) when reopened.Any(day => day >= done) => MeasureOutcome.Returned,
        (_, { } done) => done > last ? MeasureOutcome.DoneLate : MeasureOutcome.Done,
    };
}
