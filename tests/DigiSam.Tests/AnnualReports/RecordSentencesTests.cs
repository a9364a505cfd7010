using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Records;
using DigiSam.Measures;
using DigiSam.ReportForms;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.AnnualReports;

/// <summary>The year's records as sentences: one and many, each in its own form.</summary>
public sealed class RecordSentencesTests
{
    private static readonly DateOnly Spring = new(2026, 4, 1);
    private static readonly DateOnly NextYear = new(2027, 1, 20);

    [Fact]
    public void One_of_each()
    {
        var records = Of(
            [Round(RoundStatus.Completed), Round(RoundStatus.Cancelled)],
            [Risk("Halt golv", 9, "high", serious: true), Risk("Buller", null, null)],
            [Measure(Spring, MeasureEffect.Yes), Measure(NextYear), Measure(null), Measure(null, cancelled: true), Measure(Spring)]);
        Assert.Equal(
            ["Av 2 planerade ronder 2026 är 1 avslutad och 1 inställd.", "Skyddsombud har medverkat i 1 av 1 avslutad rond."],
            About(RecordFacts.Rounds, records));
        Assert.Equal(
            [
                "5 åtgärder skulle vara klara 2026: 2 blev klara under året, 1 blev klar efter årsskiftet, 1 är inte genomförd och 1 är struken.",
                "Avsedd effekt av det som blev klart under året: ja för 1 och inte bedömd än för 1.",
            ],
            About(RecordFacts.Measures, records));
        Assert.Equal(
            [
                "2 öppna risker har inte avslutats under 2026: 1 hög och 1 som inte är bedömd. 1 är bedömd som allvarlig.",
                "Högst bedömd: Halt golv (9 hög, allvarlig).",
            ],
            About(RecordFacts.SelectedRisks, records));
    }

    [Fact]
    public void Many_of_each()
    {
        var records = Of(
            [Round(RoundStatus.Completed), Round(RoundStatus.Completed), Round(RoundStatus.Cancelled), Round(RoundStatus.Cancelled)],
            [
                Risk("Våld", 16, "very-high", serious: true), Risk("Fall", 16, "very-high", serious: true), Risk("Buller", 4, "medium"),
                Risk("Ljus", 4, "medium"), Risk("Drag", 2, "low"), Risk("Damm", 2, "low"), Risk("Kyla", null, null), Risk("Lukt", null, null),
            ],
            [Measure(null), Measure(null), Measure(null, cancelled: true), Measure(null, cancelled: true)]);
        Assert.Equal(
            ["Av 4 planerade ronder 2026 är 2 avslutade och 2 inställda.", "Skyddsombud har medverkat i 2 av 2 avslutade ronder."],
            About(RecordFacts.Rounds, records));
        Assert.Equal(["4 åtgärder skulle vara klara 2026: 2 är inte genomförda och 2 är strukna."], About(RecordFacts.Measures, records));
        Assert.Equal(
            [
                "8 öppna risker har inte avslutats under 2026: 2 mycket höga, 2 måttliga, 2 låga och 2 som inte är bedömda. 2 är bedömda som allvarliga.",
                "Högst bedömda: Våld (16 mycket hög, allvarlig); Fall (16 mycket hög, allvarlig); Buller (4 måttlig); Ljus (4 måttlig); Drag (2 låg).",
            ],
            About(RecordFacts.SelectedRisks, records));
    }

    [Fact]
    public void None_at_all()
    {
        var records = Of([], [], []);
        Assert.Equal(["Inga ronder var planerade 2026."], About(RecordFacts.Rounds, records));
        Assert.Equal(["Inga åtgärder skulle vara klara 2026."], About(RecordFacts.Measures, records));
        Assert.Equal(["Inga öppna risker är kvar från 2026."], About(RecordFacts.SelectedRisks, records));
    }

    private static IEnumerable<string> About(RecordFacts facts, YearRecords records) =>
        RecordSentences.About(facts, YearFigures.Of(records), ReportLevel.Unit, Installed.Definitions.Matrix);

    private static YearRecords Of(IReadOnlyList<RoundRecord> rounds, IReadOnlyList<RiskRecord> risks, IReadOnlyList<MeasureRecord> measures) =>
        new(2026, rounds, [], risks, measures, []);

    private static RoundRecord Round(RoundStatus status) => new(Guid.CreateVersion7(), "Ordning", Spring, status, SafetyRepTookPart: true);

    private static RiskRecord Risk(string title, int? value, string? level, bool serious = false) =>
        new(Guid.CreateVersion7(), title, Spring, null, value is not null, value, level, serious, null);

    private static MeasureRecord Measure(DateOnly? done, MeasureEffect? effect = null, bool cancelled = false) =>
        new(Guid.CreateVersion7(), "Byt belysning", Spring, done, cancelled, HasSlipped: false, effect);
}
