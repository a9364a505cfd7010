using System.Globalization;
using DigiSam.AnnualReports.Documents;
using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.ReportForms;
using DigiSam.Risks;

namespace DigiSam.AnnualReports.Records;

/// <summary>
/// Tells the year's records as sentences. In reports that a board makes public nothing that one unit wrote is told, but the
/// risks that were lifted to be told there.
/// </summary>
internal static class RecordSentences
{
    public static IEnumerable<string> About(RecordFacts facts, YearFigures figures, ReportLevel level, RiskMatrix matrix) => facts switch
    {
        RecordFacts.Rounds => Rounds(figures.Year, figures.Rounds),
        RecordFacts.Observations => Observations(figures.Year, figures.Observations),
        RecordFacts.Measures => Measures(figures.Year, figures.Measures),
        RecordFacts.SelectedRisks => SelectedRisks(figures.Year, figures.Risks, level, matrix),
        RecordFacts.YearPlans => YearPlans(figures.Year, figures.Plans, level),
        _ => throw new ArgumentOutOfRangeException(nameof(facts), facts, "Uppgifterna finns inte."),
    };

    private static IEnumerable<string> Rounds(int year, RoundFigures rounds)
    {
        if (rounds.Planned == 0)
        {
            yield return $"Inga ronder var planerade {year}.";
            yield break;
        }

        var (completed, cancelled) = (rounds.Completed, rounds.Cancelled);
        yield return Say($"Av {Counted(rounds.Planned, "planerad rond", "planerade ronder")} {year} är {completed} {(completed == 1 ? "avslutad" : "avslutade")}{(cancelled > 0 ? Say($" och {cancelled} {(cancelled == 1 ? "inställd" : "inställda")}") : "")}.");
        if (completed > 0)
            yield return Say($"Skyddsombud har medverkat i {rounds.WithRep} av {Counted(completed, "avslutad rond", "avslutade ronder")}.");
    }

    private static IEnumerable<string> Observations(int year, ObservationFigures observations)
    {
        if (observations.Number == 0)
            yield break;
        yield return Say($"Medarbetare har lämnat {Counted(observations.Number, "observation", "observationer")} under {year} (besvarade: {observations.Answered}, har blivit risker i registret: {observations.BecameRisks}).");
    }

    private static IEnumerable<string> Measures(int year, MeasureFigures measures)
    {
        if (measures.Number == 0)
        {
            yield return $"Inga åtgärder skulle vara klara {year}.";
            yield break;
        }

        var open = measures.Number - measures.Done - measures.Late - measures.Cancelled;
        string[] fates =
        [
            .. Some(measures.Done, "blev klar under året", "blev klara under året"), .. Some(measures.Late, "blev klar efter årsskiftet", "blev klara efter årsskiftet"),
            .. Some(open, "är inte genomförd", "är inte genomförda"), .. Some(measures.Cancelled, "är struken", "är strukna"),
        ];
        yield return Say($"{Counted(measures.Number, "åtgärd", "åtgärder")} skulle vara {(measures.Number == 1 ? "klar" : "klara")} {year}: {Listed(fates)}.");
        if (measures.Done > 0)
        {
            int Effect(MeasureEffect effect) => measures.Effect.GetValueOrDefault(effect);
            (string What, int Number)[] effects =
                [("ja", Effect(MeasureEffect.Yes)), ("delvis", Effect(MeasureEffect.Partly)), ("nej", Effect(MeasureEffect.No)), ("inte bedömd än", Effect(MeasureEffect.NotYet))];
            yield return $"Avsedd effekt av det som blev klart under året: {Listed(effects.Where(effect => effect.Number > 0).Select(effect => Say($"{effect.What} för {effect.Number}")))}.";
        }

        if (measures.Slipped > 0)
            yield return Say($"{Counted(measures.Slipped, "åtgärd", "åtgärder")} fick en senare sista dag.");
    }

    private static IEnumerable<string> SelectedRisks(int year, RiskFigures risks, ReportLevel level, RiskMatrix matrix)
    {
        string[] levels =
        [
            .. matrix.Levels.Reverse().SelectMany(step => Some(risks.OpenByLevel.GetValueOrDefault(step.Key), Lower(step.Name), Plural(Lower(step.Name)))),
            .. Some(risks.Unassessed, "som inte är bedömd", "som inte är bedömda"),
        ];
        var gravity = risks.Serious == 0 ? "Ingen" : SwedishNumber.Show(risks.Serious, 0);

        // Said of a year that goes on as well as of one that is over: the same records are to give the same words.
        yield return risks.Open == 0
            ? $"Inga öppna risker är kvar från {year}."
            : $"{Counted(risks.Open, "öppen risk", "öppna risker")} har inte avslutats under {year}: {Listed(levels)}. {gravity} är {(risks.Serious > 1 ? "bedömda som allvarliga" : "bedömd som allvarlig")}.";
        foreach (var risk in risks.Lifted)
            yield return $"Rapporteras vidare: {Sentence(risk, matrix)} {PlainText.Sentence(risk.LiftedBecause!)}";
        if (!level.Decides() && risks.Highest.Count > 0)
            yield return $"{(risks.Highest.Count == 1 ? "Högst bedömd" : "Högst bedömda")}: {string.Join("; ", risks.Highest.Select(risk => Sentence(risk, matrix).TrimEnd('.')))}.";
    }

    private static string Sentence(RiskRecord risk, RiskMatrix matrix)
    {
        var value = risk.Value is null ? "inte bedömd" : Say($"{risk.Value} {Lower(matrix.Level(risk.Level)?.Name ?? "")}");
        return $"{risk.Title.TrimEnd('.')} ({value}{(risk.Serious ? ", allvarlig" : "")}).";
    }

    private static IEnumerable<string> YearPlans(int year, PlanFigures plans, ReportLevel level)
    {
        if (plans.Number == 0)
            yield break;
        if (level == ReportLevel.Unit)
        {
            if (plans.Goal is { } goal)
                yield return $"OSA-mål {year}: {PlainText.Sentence(goal)}";
            yield break;
        }

        yield return Say($"{plans.WithGoal} av {Counted(plans.Number, "enhet", "enheter")} med årsplan {year} har ett OSA-mål.");
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
