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

        var (held, done) = (rounds.Count(round => round.Status == RoundStatus.Completed), measures.Count(status => status != MeasureStatus.Planned));
        return new Dictionary<AnnualFact, string>
        {
            [AnnualFact.Involvement] = Of(rounds.Count(round => round.Status == RoundStatus.Completed && round.TookPart), held, "avslutad rond medverkade skyddsombudet i", "avslutade ronder medverkade skyddsombudet i"),
            [AnnualFact.Rounds] = Of(held, rounds.Count, "planerad rond är avslutad", "planerade ronder är avslutade"),
            [AnnualFact.Risks] = Of(risks.Count(risk => risk.IsAssessed), risks.Count, "risk som hittades under året är bedömd", "risker som hittades under året är bedömda"),
            [AnnualFact.SeriousRisks] = $"{Number(risks.Count(risk => risk.Serious == true))} av årets risker är bedömda som allvarliga.",
            [AnnualFact.Measures] = Of(done, measures.Count, "åtgärd från året är genomförd, resten står i handlingsplanen", "åtgärder från året är genomförda, resten står i handlingsplanen"),
            [AnnualFact.Checks] = Of(measures.Count(status => status == MeasureStatus.Checked), done, "genomförd åtgärd är kontrollerad", "genomförda åtgärder är kontrollerade"),
            [AnnualFact.Improvements] = Of(improvements.Count(day => day is not null), improvements.Count, "förbättring i årets plan är gjord", "förbättringar i årets plan är gjorda"),
        };
    }

    /// <summary>"3 av 4 planerade ronder är avslutade."</summary>
    private static string Of(int part, int whole, string one, string several) =>
        $"{(part == 0 ? "Ingen" : $"{part}")} av {whole} {(whole == 1 ? one : several)}.";

    private static string Number(int count) => count == 0 ? "Inga" : $"{count}";
}
