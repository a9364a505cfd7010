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
            yield return Say($"Skyddsombud har medverkat i {records.Rounds.Count(round => round is { Status: RoundStatus.Completed, SafetyRepTookPart: true })} av {Counted(completed, "avslutad rond", "avslutade ronder")}.");
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
        string[] fates =
        [
            .. Some(done.Count, "blev klar under året", "blev klara under året"), .. Some(late, "blev klar efter årsskiftet", "blev klara efter årsskiftet"),
            .. Some(open, "är inte genomförd", "är inte genomförda"), .. Some(cancelled, "är struken", "är strukna"),
        ];
        yield return Say($"{Counted(records.Measures.Count, "åtgärd", "åtgärder")} skulle vara {(records.Measures.Count == 1 ? "klar" : "klara")} {records.Year}: {Listed(fates)}.");
        if (done.Count > 0)
        {
            int Effect(MeasureEffect effect) => done.Count(measure => measure.Effect == effect);
            (string What, int Number)[] effects =
                [("ja", Effect(MeasureEffect.Yes)), ("delvis", Effect(MeasureEffect.Partly)), ("nej", Effect(MeasureEffect.No)), ("inte bedömd än", done.Count(measure => measure.Effect is null or MeasureEffect.NotYet))];
            yield return $"Avsedd effekt av det som blev klart under året: {Listed(effects.Where(effect => effect.Number > 0).Select(effect => Say($"{effect.What} för {effect.Number}")))}.";
        }

        if (records.Measures.Count(measure => measure.HasSlipped) is > 0 and var slipped)
            yield return Say($"{Counted(slipped, "åtgärd", "åtgärder")} fick en senare sista dag.");
    }

    private static IEnumerable<string> SelectedRisks(YearRecords records, ReportLevel level, RiskMatrix matrix)
    {
        var open = records.OpenAtTheEnd.ToList();
        string[] levels =
        [
            .. matrix.Levels.Reverse().SelectMany(step => Some(open.Count(risk => risk.Level == step.Key), Lower(step.Name), Plural(Lower(step.Name)))),
            .. Some(open.Count(risk => risk.Value is null), "som inte är bedömd", "som inte är bedömda"),
        ];
        var serious = open.Count(risk => risk.Serious);
        var gravity = serious == 0 ? "Ingen" : SwedishNumber.Show(serious, 0);

        // Said of a year that goes on as well as of one that is over: the same records are to give the same words.
        yield return open.Count == 0
            ? $"Inga öppna risker är kvar från {records.Year}."
            : $"{Counted(open.Count, "öppen risk", "öppna risker")} har inte avslutats under {records.Year}: {Listed(levels)}. {gravity} är {(serious > 1 ? "bedömda som allvarliga" : "bedömd som allvarlig")}.";
        var lifted = records.Risks.Where(risk => risk.LiftedBecause is not null).OrderByDescending(risk => risk.Value).ToList();
        foreach (var risk in lifted)
            yield return $"Rapporteras vidare: {Sentence(risk, matrix)} {PlainText.Sentence(risk.LiftedBecause!)}";
        if (level.Decides())
            yield break;
        var highest = open.Where(risk => risk.Value is not null && risk.LiftedBecause is null).OrderByDescending(risk => risk.Value).ThenBy(risk => risk.FoundOn).Take(MostRisks).ToList();
        if (highest.Count > 0)
            yield return $"{(highest.Count == 1 ? "Högst bedömd" : "Högst bedömda")}: {string.Join("; ", highest.Select(risk => Sentence(risk, matrix).TrimEnd('.')))}.";
    }

    private static string Sentence(RiskRecord risk, RiskMatrix matrix)
    {
        var value = risk.Value is null ? "inte bedömd" : Say($"{risk.Value} {Lower(matrix.Level(risk.Level)?.Name ?? "")}");
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

    /// <summary>"1 är struken" or "3 är strukna"; nothing of what there is none of.</summary>
    private static IEnumerable<string> Some(int number, string one, string more) => number == 0 ? [] : [Counted(number, one, more)];

    /// <summary>"2 höga, 4 måttliga och 1 låg".</summary>
    private static string Listed(IEnumerable<string> parts) =>
        parts.ToList() is [.., _, _] list ? $"{string.Join(", ", list.SkipLast(1))} och {list[^1]}" : string.Concat(parts);

    /// <summary>"höga" of "hög", as the adjectives of the matrix are inflected.</summary>
    private static string Plural(string adjective) => adjective.EndsWith('a') ? adjective : adjective + "a";

    private static string Lower(string name) => name.ToLower(CultureInfo.InvariantCulture);

    private static string Counted(int number, string one, string more) => Say($"{SwedishNumber.Show(number, 0)} {(number == 1 ? one : more)}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
