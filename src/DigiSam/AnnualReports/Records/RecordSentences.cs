using System.Globalization;
using DigiSam.AnnualReports.Documents;
using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.ReportForms;
using DigiSam.Risks;
using DigiSam.SafetyRounds;

namespace DigiSam.AnnualReports.Records;

/// <summary>
/// Tells the year's records as sentences. In reports that a board makes public nothing that one unit wrote is told, but the
/// risks that were lifted to be told there.
/// </summary>
internal static class RecordSentences
{
    private const int MostRisks = 5;

    public static IEnumerable<string> About(RecordFacts facts, YearRecords records, ReportLevel level, RiskMatrix matrix) => facts switch
    {
        RecordFacts.Rounds => Rounds(records),
        RecordFacts.Observations => Observations(records),
        RecordFacts.Measures => Measures(records),
        RecordFacts.SelectedRisks => SelectedRisks(records, level, matrix),
        RecordFacts.YearPlans => YearPlans(records, level),
        _ => throw new ArgumentOutOfRangeException(nameof(facts), facts, "Uppgifterna finns inte."),
    };

    private static IEnumerable<string> Rounds(YearRecords records)
    {
        int Number(RoundStatus status) => records.Rounds.Count(round => round.Status == status);
        if (records.Rounds.Count == 0)
        {
            yield return $"Inga ronder var planerade {records.Year}.";
            yield break;
        }

        var (completed, cancelled) = (Number(RoundStatus.Completed), Number(RoundStatus.Cancelled));
        yield return Say($"Av {Counted(records.Rounds.Count, "planerad rond", "planerade ronder")} {records.Year} är {completed} {(completed == 1 ? "avslutad" : "avslutade")}{(cancelled > 0 ? Say($" och {cancelled} {(cancelled == 1 ? "inställd" : "inställda")}") : "")}.");
        if (completed > 0)
            yield return Say($"Skyddsombud har medverkat i {records.Rounds.Count(round => round is { Status: RoundStatus.Completed, SafetyRepTookPart: true })} av {completed} avslutade ronder.");
    }

    private static IEnumerable<string> Observations(YearRecords records)
    {
        if (records.Observations.Count == 0)
            yield break;
        yield return Say($"Medarbetare har lämnat {Counted(records.Observations.Count, "observation", "observationer")} under {records.Year} (besvarade: {records.Observations.Count(seen => seen.IsAnswered)}, har blivit risker i registret: {records.Observations.Count(seen => seen.BecameRisk)}).");
    }

    private static IEnumerable<string> Measures(YearRecords records)
    {
        if (records.Measures.Count == 0)
        {
            yield return $"Inga åtgärder skulle vara klara {records.Year}.";
            yield break;
        }

        var done = records.MeasuresDone.ToList();
        var late = records.Measures.Count(measure => measure.DoneOn > records.Last);
        var cancelled = records.Measures.Count(measure => measure.IsCancelled);
        var open = records.Measures.Count - done.Count - late - cancelled;
        (string What, int Number)[] fates = [("klara under året", done.Count), ("klara efter årsskiftet", late), ("inte genomförda", open), ("strukna", cancelled)];
        yield return Say($"{Counted(records.Measures.Count, "åtgärd", "åtgärder")} skulle vara {(records.Measures.Count == 1 ? "klar" : "klara")} {records.Year} ({Numbers(fates)}).");
        if (done.Count > 0)
        {
            int Effect(MeasureEffect effect) => done.Count(measure => measure.Effect == effect);
            (string What, int Number)[] effects =
                [("ja", Effect(MeasureEffect.Yes)), ("delvis", Effect(MeasureEffect.Partly)), ("nej", Effect(MeasureEffect.No)), ("inte bedömt än", done.Count(measure => measure.Effect is null or MeasureEffect.NotYet))];
            yield return $"Avsedd effekt av det som blev klart under året: {Numbers(effects)}.";
        }

        if (records.Measures.Count(measure => measure.HasSlipped) is > 0 and var slipped)
            yield return Say($"{Counted(slipped, "åtgärd", "åtgärder")} fick en senare sista dag.");
    }

    private static IEnumerable<string> SelectedRisks(YearRecords records, ReportLevel level, RiskMatrix matrix)
    {
        var open = records.OpenAtTheEnd.ToList();
        var levels = matrix.Levels.Reverse().Select(step => (step.Name, Count: open.Count(risk => risk.Level == step.Key))).Where(step => step.Count > 0);
        var parts = levels.Select(step => (step.Name.ToLower(CultureInfo.InvariantCulture), step.Count)).Append(("inte bedömda", open.Count(risk => risk.Value is null)));
        yield return open.Count == 0
            ? $"Inga risker var öppna vid slutet av {records.Year}."
            : Say($"Vid slutet av {records.Year} fanns {Counted(open.Count, "öppen risk", "öppna risker")} ({Numbers(parts)}). {(open.Count(risk => risk.Serious) is > 0 and var serious ? Say($"Bedömda som allvarliga: {serious}") : "Ingen är bedömd som allvarlig")}.");
        var lifted = records.Risks.Where(risk => risk.LiftedBecause is not null).OrderByDescending(risk => risk.Value).ToList();
        foreach (var risk in lifted)
            yield return $"Rapporteras vidare: {Sentence(risk, matrix)} {PlainText.Sentence(risk.LiftedBecause!)}";
        if (level.Decides())
            yield break;
        var highest = open.Where(risk => risk.Value is not null && risk.LiftedBecause is null).OrderByDescending(risk => risk.Value).ThenBy(risk => risk.FoundOn).Take(MostRisks).ToList();
        if (highest.Count > 0)
            yield return $"Högst bedömda: {string.Join("; ", highest.Select(risk => Sentence(risk, matrix).TrimEnd('.')))}.";
    }

    private static string Sentence(RiskRecord risk, RiskMatrix matrix)
    {
        var value = risk.Value is null ? "inte bedömd" : Say($"{risk.Value} {matrix.Level(risk.Level)?.Name.ToLower(CultureInfo.InvariantCulture)}");
        return $"{risk.Title.TrimEnd('.')} ({value}{(risk.Serious ? ", allvarlig" : "")}).";
    }

    private static IEnumerable<string> YearPlans(YearRecords records, ReportLevel level)
    {
        if (records.Plans.Count == 0)
            yield break;
        if (level == ReportLevel.Unit)
        {
            if (records.Plans[0].OsaGoal is { } goal)
                yield return $"OSA-mål {records.Year}: {PlainText.Sentence(goal)}";
            yield break;
        }

        yield return Say($"{records.Plans.Count(plan => plan.OsaGoal is not null)} av {Counted(records.Plans.Count, "enhet", "enheter")} med årsplan {records.Year} har ett OSA-mål.");
    }

    /// <summary>"klara under året: 10, strukna: 1", without what there is none of.</summary>
    private static string Numbers(IEnumerable<(string What, int Number)> parts) =>
        string.Join(", ", parts.Where(part => part.Number > 0).Select(part => Say($"{part.What}: {part.Number}")));

    private static string Counted(int number, string one, string more) => Say($"{SwedishNumber.Show(number, 0)} {(number == 1 ? one : more)}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
