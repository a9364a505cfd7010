using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.SafetyRounds;
using DigiSam.Workflows.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Records;

/// <summary>Has the database count the year's records of many units: a municipality's hundred thousands never become objects.</summary>
internal sealed class CountsRecords(DigiSamContext database, CountsRisks risks)
{
    /// <summary>Counts what falls in the year.</summary>
    /// <param name="unitIds">The units as a query.</param>
    /// <param name="withHighest">The highest open risks are told by name.</param>
    public async Task<YearFigures> Of(IQueryable<Guid> unitIds, int year, bool withHighest, CancellationToken stop)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return new YearFigures(
            year,
            await Rounds(unitIds, first, last, stop),
            await Observations(unitIds, first, last, stop),
            await Measures(unitIds, first, last, stop),
            await risks.Of(database.Risks.Where(risk => unitIds.Contains(risk.UnitId)), first, last, withHighest, stop),
            await Plans(unitIds, year, stop));
    }

    private async Task<RoundFigures> Rounds(IQueryable<Guid> unitIds, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var rounds = database.SafetyRounds.Where(round => unitIds.Contains(round.UnitId) && round.PlannedFor >= first && round.PlannedFor <= last);
        var counts = await rounds.GroupBy(round => round.Status).Select(same => new { same.Key, Number = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Number, stop);
        var withRep = await rounds.CountAsync(
            round => round.Status == RoundStatus.Completed && round.Participants.Any(participant => participant.Part == RoundPart.SafetyRep && participant.TookPart == true), stop);
        return new RoundFigures(counts.Values.Sum(), counts.GetValueOrDefault(RoundStatus.Completed), counts.GetValueOrDefault(RoundStatus.Cancelled), withRep);
    }

    private async Task<ObservationFigures> Observations(IQueryable<Guid> unitIds, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var (opens, closes) = (SwedishTime.ToUtc(first, TimeOnly.MinValue), SwedishTime.ToUtc(last.AddDays(1), TimeOnly.MinValue));
        var counts = await database.Observations
            .Where(seen => unitIds.Contains(seen.UnitId) && seen.ReportedAt >= opens && seen.ReportedAt < closes)
            .GroupBy(seen => new { Answered = seen.Reply != null, BecameRisk = seen.RiskId != null })
            .Select(same => new { same.Key.Answered, same.Key.BecameRisk, Number = same.Count() })
            .ToListAsync(stop);
        return new ObservationFigures(
            counts.Sum(same => same.Number), counts.Where(same => same.Answered).Sum(same => same.Number), counts.Where(same => same.BecameRisk).Sum(same => same.Number));
    }

    /// <summary>Those that were to be done or were done in the year, and those whose last day was moved out of it, each counted once.</summary>
    private async Task<MeasureFigures> Measures(IQueryable<Guid> unitIds, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var moved = database.Measures.SelectMany(measure => measure.DueDates)
            .Where(moved => moved.From >= first && moved.From <= last).Select(moved => moved.MeasureId);
        var counts = await database.Measures
            .Where(measure => unitIds.Contains(measure.UnitId)
                && ((measure.DueOn >= first && measure.DueOn <= last) || (measure.DoneOn >= first && measure.DoneOn <= last) || moved.Contains(measure.Id)))
            .GroupBy(measure => new { Done = measure.DoneOn >= first && measure.DoneOn <= last, Late = measure.DoneOn > last, measure.Status, measure.Effect })
            .Select(same => new { same.Key.Done, same.Key.Late, same.Key.Status, same.Key.Effect, Number = same.Count() })
            .ToListAsync(stop);
        var slipped = await database.Measures.SelectMany(measure => measure.DueDates.Where(moved => moved.From >= first && moved.From <= last && moved.To > moved.From))
            .Where(moved => database.Measures.Any(measure => measure.Id == moved.MeasureId && unitIds.Contains(measure.UnitId)))
            .Select(moved => moved.MeasureId).Distinct().CountAsync(stop);
        return new MeasureFigures(
            counts.Sum(same => same.Number), counts.Where(same => same.Done).Sum(same => same.Number), counts.Where(same => same.Late).Sum(same => same.Number),
            counts.Where(same => same.Status == MeasureStatus.Cancelled).Sum(same => same.Number), slipped,
            MeasureFigures.Effects(counts.Where(same => same.Done).Select(same => (same.Effect, same.Number))));
    }

    private async Task<PlanFigures> Plans(IQueryable<Guid> unitIds, int year, CancellationToken stop)
    {
        var counts = await (
            from plan in database.YearPlans
            join samYear in database.SamYears on plan.SamYearId equals samYear.Id
            where samYear.Year == year && unitIds.Contains(samYear.UnitId)
            group plan by plan.OsaGoal != null into same
            select new { HasGoal = same.Key, Number = same.Count() }).ToListAsync(stop);
        return new PlanFigures(counts.Sum(same => same.Number), counts.Where(same => same.HasGoal).Sum(same => same.Number), null);
    }
}
