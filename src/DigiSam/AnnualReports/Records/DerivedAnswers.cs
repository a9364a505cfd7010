using System.Globalization;
using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.ReportForms;
using DigiSam.SafetyRounds;

namespace DigiSam.AnnualReports.Records;

/// <summary>The kinds of record that stand behind a derived answer.</summary>
public enum RecordKind
{
    Round,
    Observation,
    Risk,
    Measure,
    YearPlan,
}

/// <summary>A record behind a derived answer, and whether it speaks for a yes.</summary>
public sealed record DerivedRow(RecordKind Kind, Guid Id, string Text, bool Fulfils);

/// <summary>What the records answer, by which rule, on what basis in numbers, and the rows themselves.</summary>
public sealed record DerivedAnswer(ReportAnswer Answer, string Rule, string Basis, IReadOnlyList<DerivedRow> Rows);

/// <summary>Answers a form's questions from a unit's records of the year. Where there are no records of the kind, nothing is said.</summary>
internal static class DerivedAnswers
{
    private const string AllSomeNone = "ja om alla är det, nej om ingen är det, annars delvis";

    public static DerivedAnswer? To(DerivedRule rule, YearRecords records) => rule switch
    {
        DerivedRule.RoundsHeld => Of(
            $"Är årets planerade ronder avslutade? Svaret blir {AllSomeNone}. Inställda ronder räknas inte.",
            "planerade ronder är avslutade",
            records.Rounds.Where(round => round.Status != RoundStatus.Cancelled),
            round => new DerivedRow(RecordKind.Round, round.Id, $"{round.Checklist}, {SwedishDate.Short(round.PlannedFor)}", round.Status == RoundStatus.Completed)),
        DerivedRule.SafetyRepInRounds => Of(
            "Har skyddsombud uppgett sig ha medverkat i årets avslutade ronder? Svaret blir ja om det gäller alla, nej om det inte gäller någon, annars delvis.",
            "avslutade ronder hade ett skyddsombud som medverkat",
            records.Rounds.Where(round => round.Status == RoundStatus.Completed),
            round => new DerivedRow(RecordKind.Round, round.Id, $"{round.Checklist}, {SwedishDate.Short(round.PlannedFor)}", round.SafetyRepTookPart)),
        DerivedRule.RisksAssessed => Of(
            $"Är de risker som hittades under året bedömda? Svaret blir {AllSomeNone}.",
            "risker är bedömda",
            records.RisksFound,
            risk => new DerivedRow(RecordKind.Risk, risk.Id, risk.Title, risk.IsAssessed)),
        DerivedRule.MeasuresFollowedUp => Of(
            "Är effekten kontrollerad av de åtgärder som blev klara under året? Svaret blir ja om det gäller alla, nej om det inte gäller någon, annars delvis. \"Kan inte bedömas ännu\" räknas inte som kontrollerad.",
            "klara åtgärder har kontrollerad effekt",
            records.MeasuresDone,
            measure => new DerivedRow(RecordKind.Measure, measure.Id, measure.Title, measure.Effect is not null and not MeasureEffect.NotYet)),
        DerivedRule.ObservationsAnswered => Of(
            $"Är årets observationer från medarbetarna besvarade? Svaret blir {AllSomeNone}.",
            "observationer är besvarade",
            records.Observations,
            seen => new DerivedRow(RecordKind.Observation, seen.Id, $"Observation {SwedishDate.Short(seen.ReportedOn)}", seen.IsAnswered)),
        DerivedRule.OsaGoalSet => Of(
            "Finns ett OSA-mål i enhetens årsplan? Svaret blir ja om det finns, annars nej.",
            records.Plans is [{ OsaGoal: not null }] ? "årsplan har ett OSA-mål" : "årsplaner har ett OSA-mål",
            records.Plans,
            plan => new DerivedRow(RecordKind.YearPlan, plan.Id, plan.OsaGoal ?? "Årsplanen har inget OSA-mål", plan.OsaGoal is not null)),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Regeln finns inte."),
    };

    private static DerivedAnswer? Of<T>(string rule, string what, IEnumerable<T> records, Func<T, DerivedRow> row)
    {
        var rows = records.Select(row).ToList();
        if (rows.Count == 0)
            return null;
        var fulfilling = rows.Count(one => one.Fulfils);
        var answer = fulfilling == rows.Count ? ReportAnswer.Yes : fulfilling == 0 ? ReportAnswer.No : ReportAnswer.Partly;
        return new DerivedAnswer(answer, rule, string.Create(CultureInfo.InvariantCulture, $"{fulfilling} av {rows.Count} {what}."), rows);
    }
}
