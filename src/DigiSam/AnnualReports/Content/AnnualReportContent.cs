using System.Text.Json.Serialization;

namespace DigiSam.AnnualReports.Content;

/// <summary>
/// All that an annual report says, computed once and rendered as it is to every document format.
/// It holds no clock time: the same records give the same content.
/// </summary>
/// <param name="Year">The report's name year.</param>
/// <param name="Municipality">The municipality's name as it is printed.</param>
/// <param name="CoveredBoards">The boards whose answers and figures the report covers, in Swedish order.</param>
/// <param name="NewestInput">When the newest input behind the report was recorded (UTC); null when there is none.</param>
/// <param name="Gaps">What is missing, one Swedish sentence each; a report never waits for it.</param>
/// <param name="Place">The unit or administration that the report is about; null where <paramref name="CoveredBoards"/> says it.</param>
/// <param name="ConcernsYear">The calendar year that the report is about, when its form has one.</param>
/// <param name="Handling">Who has had their say on the report; null for one that only records make.</param>
public sealed record AnnualReportContent(
    int Year,
    ReportLevel Level,
    string Title,
    string Municipality,
    IReadOnlyList<string> CoveredBoards,
    FormReference Form,
    DateTimeOffset? NewestInput,
    IReadOnlyList<SectionContent> Sections,
    IReadOnlyList<string> Gaps,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Place = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ConcernsYear = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HandlingContent? Handling = null);

/// <summary>The exact version of the report form that was used: its key, name year and the SHA-256 of its file.</summary>
public sealed record FormReference(string Key, int Year, string Sha256);

/// <summary>One numbered section: tables, questions, computed facts and the text that people wrote.</summary>
public sealed record SectionContent(
    string Key,
    int Number,
    string Title,
    IReadOnlyList<TableContent> Tables,
    IReadOnlyList<QuestionContent> Questions,
    IReadOnlyList<string> Facts,
    NarrativeContent Narrative);

/// <summary>A table of figures. Every row has as many cells as there are columns after the row header.</summary>
/// <param name="RowHeader">The heading of the first column, which holds the rows' labels.</param>
/// <param name="Notes">Sentences printed under the table: breaks in the series, suppression, deviating periods.</param>
public sealed record TableContent(
    string Key,
    string Title,
    string RowHeader,
    IReadOnlyList<string> Columns,
    IReadOnlyList<RowContent> Rows,
    IReadOnlyList<string> Notes);

/// <summary>A row; a heading row (<see cref="IsHeading"/>) carries a label only, spanning the table, and no cells.</summary>
/// <param name="Level">0 for a row of its own, 1 for a row that details the one above (printed indented).</param>
public sealed record RowContent(string Label, int Level, bool IsHeading, IReadOnlyList<CellContent> Cells);

/// <summary>One cell: its number (null unless shown), the text as printed, and how it was obtained.</summary>
public sealed record CellContent(CellState State, decimal? Value, string Text, Provenance? Provenance);

/// <summary>Whether a cell shows a value, lacks one ("uppgift saknas") or hides one ("–", a group of ten or fewer).</summary>
public enum CellState
{
    Shown,
    Missing,
    Suppressed,
}

/// <summary>How a figure or answer was obtained: the rule in words, scope, period, sources and the newest input.</summary>
public sealed record Provenance(
    string Rule,
    string Scope,
    string? Period,
    IReadOnlyList<ProvenanceSource> Sources,
    DateTimeOffset? NewestInput);

/// <summary>An imported file that a figure rests on: its name, SHA-256, number of rows and the lines used (1 is the header).</summary>
public sealed record ProvenanceSource(string File, string Sha256, int Rows, IReadOnlyList<int> Lines);

/// <summary>A question with its answer on this level, the computed one, who deviates and who has not answered.</summary>
/// <param name="Rule">How the answer was computed, in words.</param>
/// <param name="Answer">The answer that holds: the override when there is one, else the computed.</param>
/// <param name="Computed">The answer that the rule gives.</param>
/// <param name="Comment">The place's own comment to its answer, in its own report.</param>
/// <param name="Derived">What a unit's records answer; null where they say nothing.</param>
/// <param name="Spread">How units' answers fall, where the answer is made of theirs.</param>
public sealed record QuestionContent(
    string Key,
    string Text,
    string Rule,
    ReportAnswer Answer,
    ReportAnswer Computed,
    OverrideContent? Override,
    int Answered,
    int Expected,
    string? Comment,
    IReadOnlyList<DeviationContent> Deviations,
    IReadOnlyList<string> NotAnswered,
    Provenance Provenance,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DerivedContent? Derived = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SpreadContent? Spread = null);

/// <summary>What the records of the year answer: by which rule, and on what basis in numbers.</summary>
public sealed record DerivedContent(ReportAnswer Answer, string Rule, string Basis);

/// <summary>How many units gave each answer. No unit is named.</summary>
public sealed record SpreadContent(int Yes, int Partly, int No, int NotApplicable);

/// <summary>Someone's decision that another answer than the computed one holds, with the reason given.</summary>
/// <param name="ComputedThen">What was computed when it was decided; undetermined when nothing was.</param>
public sealed record OverrideContent(ReportAnswer Answer, string Reason, ReportAnswer ComputedThen, DateTimeOffset RecordedAt, ProvenanceSource? Source);

/// <summary>
/// A board or administration whose own answer stands out: other than yes where all should say yes, other than no where any
/// counts. Never a unit: documents are public.
/// </summary>
public sealed record DeviationContent(string Place, ReportAnswer Answer, string? Comment);

/// <summary>The text of a section. A required text that is missing is printed as missing, never left out.</summary>
public sealed record NarrativeContent(bool Required, IReadOnlyList<TextBlock> Blocks);

/// <summary>A block of plain text in a narrative.</summary>
public sealed record TextBlock(TextBlockKind Kind, string Text);

public enum TextBlockKind
{
    Paragraph,
    Bullet,
    Heading,
}
