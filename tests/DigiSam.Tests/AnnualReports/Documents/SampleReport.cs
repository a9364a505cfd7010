using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;

namespace DigiSam.Tests.AnnualReports.Documents;

/// <summary>A report for a municipality that does not exist, with one of everything that a report can hold.</summary>
internal static class SampleReport
{
    /// <summary>A number behind a hidden cell; it stands nowhere else in the sample.</summary>
    public const decimal HiddenValue = 8.123m;

    public static readonly DateTimeOffset NewestInput = new(2024, 3, 14, 23, 30, 0, TimeSpan.Zero);

    private static readonly string[] Boards =
    [
        "Byggnadsnämnden", "Förskolenämnden", "Grundskolenämnden", "Kommunstyrelsen", "Kultur- och fritidsnämnden",
        "Miljönämnden", "Socialnämnden", "Tekniska nämnden", "Vård- och omsorgsnämnden",
    ];

    public static AnnualReportContent Create() => new(
        2024,
        ReportLevel.Municipality,
        "Arbetsmiljörapport 2024",
        "Exempelkommunen",
        Boards,
        new FormReference("arbetsmiljorapport", 2024, Hash('f')),
        NewestInput,
        SampleSections.Create(),
        [
            "Tekniska nämndens rapport är inte inlämnad.",
            "Socialnämnden har inte svarat på två av tio frågor: om återrapportering av åtgärder och om inspektioner från Arbetsmiljöverket.",
            "Texten till avsnitt 5, Personalomsättning, saknas.",
        ]);

    /// <summary>The sample with one section only, which holds the given table.</summary>
    public static AnnualReportContent With(TableContent table) => Create() with
    {
        Sections = [new SectionContent("avsnitt", 1, "Avsnitt", [table], [], [], new NarrativeContent(false, []))],
    };

    /// <summary>The sample with the same text in every place that people or files fill.</summary>
    public static AnnualReportContent Saying(string text)
    {
        var origin = new Provenance(text, text, text, [new ProvenanceSource(text, Hash('a'), 3, [2])], NewestInput);
        var question = new QuestionContent(
            "fraga", text, text, ReportAnswer.Yes, ReportAnswer.Partly,
            new OverrideContent(ReportAnswer.Yes, text, ReportAnswer.Partly, NewestInput, null), 1, 2, text,
            [new DeviationContent(text, ReportAnswer.No, text)], [text], origin);
        var table = new TableContent(
            "tabell", text, text, [text],
            [
                new RowContent(text, 0, true, []),
                new RowContent(text, 1, false, [new CellContent(CellState.Shown, 1m, text, origin)]),
            ],
            [text]);
        var blocks = Enum.GetValues<TextBlockKind>().Select(kind => new TextBlock(kind, text)).ToList();
        return new AnnualReportContent(
            2024, ReportLevel.Board, text, text, [text], new FormReference("form", 2024, Hash('f')), NewestInput,
            [new SectionContent("avsnitt", 1, text, [table], [question], [text], new NarrativeContent(true, blocks))],
            [text]);
    }

    public static CellContent Figure(decimal value, string text, Provenance? origin = null) =>
        new(CellState.Shown, value, text, origin);

    public static CellContent Hidden(Provenance? origin = null) => new(CellState.Suppressed, HiddenValue, "–", origin);

    public static string Hash(char of) => $"{of}1e2d3c4b5a6{new string(of, 52)}";
}
