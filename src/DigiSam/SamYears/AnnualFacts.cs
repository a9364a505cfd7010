using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.SafetyRounds;
using DigiSam.Workflows.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>What the records of a year say, for the one who answers the yearly follow-up: counted, never judged.</summary>
internal sealed class AnnualFacts(DigiSamContext database)
{
    public async Task<IReadOnlyDictionary<AnnualFact, string>> Of(SamYear year, CancellationToken stop)
    {
        var (first, last) = (new DateOnly(year.Year, 1, 1), new DateOnly(year.Year, 12, 31));
        var (begins, ends) = (SwedishTime.ToUtc(first, TimeOnly.MinValue), SwedishTime.ToUtc(last.AddDays(1), TimeOnly.MinValue));
        var rounds = await database.SafetyRounds.Where(round => round.UnitId == year.UnitId && first <= round.PlannedFor && round.PlannedFor <= last)
            .Select(round => new { round.Status, TookPart = round.Participants.Any(participant => participant.TookPart == true) }).ToListAsync(stop);
        var risks = await database.Risks.Where(risk => risk.UnitId == year.UnitId && first <= risk.FoundOn && risk.FoundOn <= last)
            .Select(risk => new { IsAssessed = risk.AssessedOn != null, risk.Serious }).ToListAsync(stop);
        var measures = await database.Measures
            .Where(measure => measure.UnitId == year.UnitId && measure.Status != MeasureStatus.Cancelled && begins <= measure.CreatedAt && measure.CreatedAt < ends)
            .Select(measure => measure.Status).ToListAsync(stop);
        var improvements = await database.Improvements.Where(improvement => improvement.UnitId == year.UnitId && improvement.ForYear == year.Year)
            .Select(improvement => improvement.DoneOn).ToListAsync(stop);

        var completed = rounds.Where(round => round.Status == RoundStatus.Completed).ToList();
        var done = measures.Count(status => status != MeasureStatus.Planned);
        return new Dictionary<AnnualFact, string>
        {
            [AnnualFact.Involvement] = $"Avslutade ronder där skyddsombudet medverkade: {completed.Count(round => round.TookPart)} av {completed.Count}.",
            [AnnualFact.Rounds] = $"Avslutade ronder: {completed.Count} av {rounds.Count} planerade.",
            [AnnualFact.Risks] = $"Bedömda risker: {risks.Count(risk => risk.IsAssessed)} av {risks.Count} som hittades under året.",
            [AnnualFact.SeriousRisks] = $"Risker från året som är bedömda som allvarliga: {risks.Count(risk => risk.Serious == true)}.",
            [AnnualFact.Measures] = $"Genomförda åtgärder: {done} av {measures.Count}. Resten står i handlingsplanen.",
            [AnnualFact.Checks] = $"Kontrollerade åtgärder: {measures.Count(status => status == MeasureStatus.Checked)} av {done} genomförda.",
            [AnnualFact.Improvements] = $"Gjorda förbättringar i årets plan: {improvements.Count(day => day is not null)} av {improvements.Count}.",
        };
    }
}
