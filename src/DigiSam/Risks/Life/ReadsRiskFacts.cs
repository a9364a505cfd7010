using DigiSam.Measures;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks.Life;

/// <summary>Reads what the stages of risks follow from, for many risks as for one.</summary>
internal sealed class ReadsRiskFacts(DigiSamContext database)
{
    /// <summary>The facts of a risk at hand.</summary>
    public async Task<RiskFacts> Of(Risk risk, CancellationToken stop)
    {
        var id = risk.Id;
        return RiskFacts.Of(risk, [.. (await Measures(served => served.Where(row => row.RiskId == id), stop)).Select(row => row.Measure)]);
    }

    /// <summary>The facts of the risks, in no given order.</summary>
    public async Task<IReadOnlyList<RiskFacts>> Of(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var risks = await database.Risks.Where(risk => ids.Contains(risk.Id)).Select(risk => new
        {
            risk.Id,
            risk.UnitId,
            risk.Title,
            risk.Stage,
            risk.Status,
            risk.Serious,
            AssessedAt = risk.Assessments.Max(made => (DateTimeOffset?)made.At),
            Assessed = risk.Events.Where(happened => happened.Kind == RiskEventKind.Assessed).Max(happened => (int?)happened.Number),
            Reopened = risk.Events.Where(happened => happened.Kind == RiskEventKind.Reopened).Max(happened => (int?)happened.Number),
        }).ToListAsync(stop);
        var measures = (await Measures(served => served.Where(row => ids.Contains(row.RiskId)), stop)).ToLookup(row => row.RiskId, row => row.Measure);
        return risks.ConvertAll(risk => new RiskFacts(
            risk.Id, risk.UnitId, risk.Title, risk.Stage, risk.Status == RiskStatus.Closed, risk.Serious == true, risk.AssessedAt, (risk.Reopened ?? 0) > (risk.Assessed ?? 0), [.. measures[risk.Id]]));
    }

    private async Task<IReadOnlyList<(Guid RiskId, MeasureFacts Measure)>> Measures(Func<IQueryable<MeasureRisk>, IQueryable<MeasureRisk>> which, CancellationToken stop)
    {
        var rows = await (
            from served in which(database.Set<MeasureRisk>())
            join measure in database.Measures on served.MeasureId equals measure.Id
            select new
            {
                served.RiskId,
                measure.Id,
                measure.Status,
                measure.DueOn,
                measure.DoneOn,
                measure.NextCheckOn,
                CheckedAt = measure.EffectChecks.Max(check => (DateTimeOffset?)check.At),
            }).ToListAsync(stop);
        return rows.ConvertAll(row => (row.RiskId, new MeasureFacts(row.Id, row.Status, row.DueOn, row.DoneOn, row.NextCheckOn, row.CheckedAt)));
    }
}
