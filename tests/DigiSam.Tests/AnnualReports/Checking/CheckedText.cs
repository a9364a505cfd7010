using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Checking;
using DigiSam.AnnualReports.Content;
using DigiSam.ReportForms;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.AnnualReports.Checking;

/// <summary>The municipality's invented report of 2026 with a text in one section and the tables beside it.</summary>
internal static class CheckedText
{
    public static readonly ReportForm Form = Installed.Definitions.FormFor(2026);

    private static readonly (string Metric, string Group, decimal? Now, decimal? Before)[] Figures =
    [
        ("sick-leave-total", "alla", 6.4m, 6.9m), ("sick-leave-total", "kvinnor", 7.2m, 7.9m), ("sick-leave-total", "män", 4.1m, 4.1m),
        ("sick-leave-short", "alla", 2.5m, 2.4m), ("sick-leave-short", "kvinnor", 2.7m, 2.5m), ("sick-leave-short", "män", null, null),
        ("sick-leave-long", "alla", 3.9m, 4.5m), ("sick-leave-long", "kvinnor", 4.5m, 5.4m), ("sick-leave-long", "män", 2.4m, 2.2m),
        ("turnover-external", "alla", 12.0m, 10.1m), ("leavers-external", "alla", 412, 350),
        ("additional-hours", "alla", 18240, 15110), ("overtime-hours", "alla", 9905, 12870), ("extra-hours", "alla", 28145, 27980),
        ("work-injuries", "alla", 311, null), ("near-misses", "alla", 540, null), ("closed-incidents", "alla", 702, null),
    ];

    public static readonly KnownNames Names = new([
        ("Grundskolenämnden", "Grundskolenämnden"), ("Kultur- och fritidsnämnden", "Kultur- och fritidsnämnden"), ("Vård- och omsorgsnämnden", "Vård- och omsorgsnämnden"), ("Socialnämnden", "Socialnämnden"),
        ("Bygg- och miljönämnden", "Bygg- och miljönämnden"), ("Grundskoleförvaltningen", "Grundskoleförvaltningen"), ("Ekskolan", "Ekskolan"), ("Individnämnden", "Socialnämnden")]);

    /// <summary>The findings in a section with this text, others empty but not required.</summary>
    public static IReadOnlyList<Finding> In(string section, string text, Func<QuestionContent, QuestionContent>? answer = null, IReadOnlyList<EarlierReport>? earlier = null) =>
        [.. ReportCheck.Of(Of(section, text, answer, earlier)).Findings.Where(finding => finding.Rule != "empty-analysis")];

    public static ReportToCheck Of(string section, string text, Func<QuestionContent, QuestionContent>? answer = null, IReadOnlyList<EarlierReport>? earlier = null) =>
        ReportToCheck.Of(Content(key => key == section ? text : "", answer), Form, Installed.Definitions.Metrics, "Exempelkommunen", Names, earlier ?? []);

    public static AnnualReportContent Content(Func<string, string> text, Func<QuestionContent, QuestionContent>? answer = null) => new(
        2026, ReportLevel.Municipality, "Arbetsmiljörapport 2026 för Exempelkommunen", "Exempelkommunen", [], new FormReference(Form.Key, Form.Year, Form.Sha256), null,
        [.. Form.Sections.Select((section, index) => Section(section, index + 1, text(section.Key), answer ?? (question => question)))], []);

    private static SectionContent Section(FormSection section, int number, string text, Func<QuestionContent, QuestionContent> answer) => new(
        section.Key, number, section.Title, [.. section.Tables.Where(table => table.PositionsOrderedBy is null).Select(Table)],
        [.. section.Questions.Select(question => answer(new QuestionContent(question.Key, question.Text, "", ReportAnswer.Yes, ReportAnswer.Yes, null, 9, 9, null, [], [], new Provenance("", "", null, [], null))))],
        [], new NarrativeContent(section.TextRequired, [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(block => new TextBlock(TextBlockKind.Paragraph, block))]));

    private static TableContent Table(FormTable table) => new(
        table.Key, table.Title, table.RowHeader, [.. table.Columns.Select(column => column.Label)],
        [.. table.Rows.Select(row => new RowContent(row.Label, row.Level, row.Metric is null, row.Metric is null ? [] : [.. table.Columns.Select(column => Cell(column.Shows, row))]))], []);

    private static CellContent Cell(ColumnShows shows, FormRow row)
    {
        var figure = Figures.FirstOrDefault(known => known.Metric == row.Metric && known.Group == row.Group);
        if (figure is { Now: null, Metric: not null })
            return new CellContent(CellState.Suppressed, null, "–", null);
        var value = shows switch { ColumnShows.Current => figure.Now, ColumnShows.Comparison => figure.Before, _ => figure.Now - figure.Before };
        var period = shows switch { ColumnShows.Current => "R12 2025-12", ColumnShows.Comparison => "R12 2024-12", _ => "R12 2025-12 och R12 2024-12" };
        return value is null ? new CellContent(CellState.Missing, null, "uppgift saknas", null) : new CellContent(CellState.Shown, value, DigiSam.Language.SwedishNumber.Show(value.Value, Installed.Definitions.Metrics[row.Metric!].Decimals), new Provenance("", "", period, [], null));
    }
}
