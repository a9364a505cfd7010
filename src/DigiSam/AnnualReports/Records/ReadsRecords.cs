using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.SafetyRounds;
using DigiSam.Workflows.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Records;

/// <summary>Reads the year's records of some units, a query for each kind.</summary>
internal sealed class ReadsRecords(DigiSamContext database)
{
    /// <summary>Reads all that falls in the year.</summary>
    /// <param name="unitIds">The units as a query, so that a municipality's thousands never become parameters.</param>
    public async Task<YearRecords> Of(IQueryable<Guid> unitIds, int year, CancellationToken stop)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rounds = await (
            from round in database.SafetyRounds
            join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
            where unitIds.Contains(round.UnitId) && round.PlannedFor >= first && round.PlannedFor <= last
            orderby round.PlannedFor, round.Id
            select new RoundRecord(round.Id, version.Title, round.PlannedFor, round.Status,
                round.Participants.Any(participant => participant.Part == RoundPart.SafetyRep && participant.TookPart == true)))
            .ToListAsync(stop);
        var (opens, closes) = (Midnight(first), Midnight(last.AddDays(1)));
        var observations = await database.Observations
            .Where(seen => unitIds.Contains(seen.UnitId) && seen.ReportedAt >= opens && seen.ReportedAt < closes)
            .OrderBy(seen => seen.ReportedAt).ThenBy(seen => seen.Id)
            .Select(seen => new { seen.Id, seen.ReportedAt, IsAnswered = seen.Reply != null, BecameRisk = seen.RiskId != null })
            .ToListAsync(stop);
        return new YearRecords(
            year,
            rounds,
            [.. observations.Select(seen => new ObservationRecord(seen.Id, SwedishDate.DateIn(seen.ReportedAt), seen.IsAnswered, seen.BecameRisk))],
            await Risks(unitIds, first, last, stop),
            await Measures(unitIds, first, last, stop),
            await Plans(unitIds, year, stop));
    }

    private async Task<IReadOnlyList<PlanRecord>> Plans(IQueryable<Guid> unitIds, int year, CancellationToken stop) => await (
        from plan in database.YearPlans
        join samYear in database.SamYears on plan.SamYearId equals samYear.Id
        where samYear.Year == year && unitIds.Contains(samYear.UnitId)
        orderby plan.Id
        select new PlanRecord(plan.Id, plan.OsaGoal, plan.HealthFactors)).ToListAsync(stop);

    private async Task<IReadOnlyList<RiskRecord>> Risks(IQueryable<Guid> unitIds, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var current = database.Risks
            .Where(risk => unitIds.Contains(risk.UnitId) && risk.FoundOn <= last && (risk.ClosedOn == null || risk.ClosedOn >= first));
        var risks = await current
            .OrderBy(risk => risk.FoundOn).ThenBy(risk => risk.Id)
            .Select(risk => new { risk.Id, risk.Title, risk.FoundOn, risk.ClosedOn, risk.AssessedOn, risk.LiftedBecause })
            .ToListAsync(stop);
        var assessments = (await current
                .SelectMany(risk => risk.Assessments.Where(assessed => assessed.AssessedOn <= last))
                .Select(assessed => new { assessed.RiskId, assessed.AssessedOn, assessed.At, assessed.Value, assessed.Level, assessed.Serious })
                .ToListAsync(stop))
            .ToLookup(assessed => assessed.RiskId);
        return [.. risks.Select(risk =>
        {
            var then = assessments[risk.Id].MaxBy(assessed => (assessed.AssessedOn, assessed.At));
            return new RiskRecord(risk.Id, risk.Title, risk.FoundOn, risk.ClosedOn, risk.AssessedOn is not null, then?.Value, then?.Level, then?.Serious == true, risk.LiftedBecause);
        })];
    }

    private async Task<IReadOnlyList<MeasureRecord>> Measures(IQueryable<Guid> unitIds, DateOnly first, DateOnly last, CancellationToken stop) =>
        await database.Measures
            .Where(measure => unitIds.Contains(measure.UnitId)
                && ((measure.DueOn >= first && measure.DueOn <= last)
                    || (measure.DoneOn >= first && measure.DoneOn <= last)
                    || measure.DueDates.Any(moved => moved.From >= first && moved.From <= last)))
            .OrderBy(measure => measure.DueOn).ThenBy(measure => measure.Id)
            .Select(measure => new MeasureRecord(
                measure.Id, measure.Title, measure.DueOn, measure.DoneOn, measure.Status == MeasureStatus.Cancelled,
                measure.DueDates.Any(moved => moved.From >= first && moved.From <= last && moved.To > moved.From), measure.Effect))
            .ToListAsync(stop);

    private static DateTimeOffset Midnight(DateOnly day) => SwedishTime.ToUtc(day, TimeOnly.MinValue);
}
