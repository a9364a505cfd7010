using DigiSam.Persistence;
using DigiSam.Risks;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Records;

/// <summary>
/// Counts risks as they were at the end of a year. What a risk was assessed as last stands in the risk; only where that was
/// done after the year is the assessment of then looked for among the earlier ones.
/// </summary>
internal sealed class CountsRisks(DigiSamContext database)
{
    public async Task<RiskFigures> Of(IQueryable<Risk> risks, DateOnly first, DateOnly last, bool withHighest, CancellationToken stop)
    {
        var all = risks.Where(risk => risk.FoundOn <= last && (risk.ClosedOn == null || risk.ClosedOn >= first));
        var open = risks.Where(risk => risk.FoundOn <= last && (risk.ClosedOn == null || risk.ClosedOn > last));
        var counts = await all
            .GroupBy(risk => new { Open = risk.ClosedOn == null || risk.ClosedOn > last, Holds = risk.AssessedOn <= last, risk.Level, risk.Serious })
            .Select(same => new { same.Key.Open, same.Key.Holds, same.Key.Level, same.Key.Serious, Number = same.Count() }).ToListAsync(stop);
        var earlier = await Then(open, last)
            .GroupBy(then => new { then.Assessment.Level, then.Assessment.Serious })
            .Select(same => new { same.Key.Level, same.Key.Serious, Number = same.Count() }).ToListAsync(stop);
        (string Level, bool Serious, int Number)[] levels =
        [
            .. counts.Where(same => same.Open && same.Holds).Select(same => (same.Level!, same.Serious == true, same.Number)),
            .. earlier.Select(same => (same.Level, same.Serious, same.Number)),
        ];
        return new RiskFigures(
            counts.Sum(same => same.Number),
            counts.Where(same => same.Open).Sum(same => same.Number),
            levels.Where(level => level.Serious).Sum(level => level.Number),
            levels.GroupBy(level => level.Level).ToDictionary(same => same.Key, same => same.Sum(level => level.Number)),
            await Lifted(all, last, stop),
            withHighest ? await Highest(open, last, stop) : []);
    }

    private async Task<IReadOnlyList<RiskRecord>> Lifted(IQueryable<Risk> risks, DateOnly last, CancellationToken stop)
    {
        var lifted = risks.Where(risk => risk.LiftedBecause != null);
        var then = (await Told(Then(lifted, last)).ToListAsync(stop)).ToDictionary(risk => risk.Id);
        var now = await Told(lifted.OrderBy(risk => risk.FoundOn).ThenBy(risk => risk.Id)).ToListAsync(stop);
        return RiskFigures.Sorted(now.Select(risk => then.GetValueOrDefault(risk.Id)
            ?? (risk.AssessedOn <= last ? risk : risk with { Value = null, Level = null, Serious = false })).Select(risk => risk.Record));
    }

    private async Task<IReadOnlyList<RiskRecord>> Highest(IQueryable<Risk> open, DateOnly last, CancellationToken stop)
    {
        var here = open.Where(risk => risk.LiftedBecause == null);
        var now = await Told(here.Where(risk => risk.AssessedOn <= last).OrderByDescending(risk => risk.Value).ThenBy(risk => risk.FoundOn).ThenBy(risk => risk.Id).Take(RiskFigures.Most)).ToListAsync(stop);
        var then = await Told(Then(here, last).OrderByDescending(then => then.Assessment.Value).ThenBy(then => then.Risk.FoundOn).ThenBy(then => then.Risk.Id).Take(RiskFigures.Most)).ToListAsync(stop);
        return RiskFigures.HighestOf(now.Concat(then).OrderBy(risk => risk.Id).Select(risk => risk.Record));
    }

    /// <summary>The risks that have been assessed again since, each with the last assessment until the day; those without one are left out.</summary>
    private IQueryable<AssessedThen> Then(IQueryable<Risk> risks, DateOnly last) =>
        from risk in risks.Where(risk => risk.AssessedOn > last)
        join assessment in database.Set<RiskAssessment>() on risk.Id equals assessment.RiskId
        where assessment.AssessedOn <= last
            && !database.Set<RiskAssessment>().Any(later => later.RiskId == assessment.RiskId && later.AssessedOn <= last
                && (later.AssessedOn > assessment.AssessedOn || (later.AssessedOn == assessment.AssessedOn && later.At > assessment.At)))
        select new AssessedThen { Risk = risk, Assessment = assessment };

    private static IQueryable<ToldRisk> Told(IQueryable<Risk> risks) => risks.Select(risk => new ToldRisk(
        risk.Id, risk.Title, risk.FoundOn, risk.ClosedOn, risk.AssessedOn, risk.Value, risk.Level, risk.Serious == true, risk.LiftedBecause));

    private static IQueryable<ToldRisk> Told(IQueryable<AssessedThen> risks) => risks.Select(then => new ToldRisk(
        then.Risk.Id, then.Risk.Title, then.Risk.FoundOn, then.Risk.ClosedOn, then.Risk.AssessedOn,
        then.Assessment.Value, then.Assessment.Level, then.Assessment.Serious, then.Risk.LiftedBecause));

    private sealed class AssessedThen
    {
        public required Risk Risk { get; init; }

        public required RiskAssessment Assessment { get; init; }
    }

    private sealed record ToldRisk(
        Guid Id, string Title, DateOnly FoundOn, DateOnly? ClosedOn, DateOnly? AssessedOn, int? Value, string? Level, bool Serious, string? LiftedBecause)
    {
        public RiskRecord Record => new(Id, Title, FoundOn, ClosedOn, AssessedOn is not null, Value, Level, Serious, LiftedBecause);
    }
}
