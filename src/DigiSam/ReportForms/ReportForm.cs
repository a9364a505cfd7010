using DigiSam.Metrics;

namespace DigiSam.ReportForms;

/// <summary>
/// The form of an annual report: what it shows, asks and lets people write, and by which rules answers become one.
/// A version is a file; its <see cref="Sha256"/> is what a report says it was made with.
/// </summary>
/// <param name="Year">The first name year that the form is for; it holds until a later form takes over.</param>
/// <param name="Organisation">The day whose organisation reports.</param>
/// <param name="ReferencePeriod">The period that rolling figures are expected to have.</param>
/// <param name="RecordsYearOffset">The calendar year, relative to the name year, whose records answers are derived from; null when none are.</param>
/// <param name="ForLaterYears">Meant for later years too, until a newer form takes over; else using it for them is a gap.</param>
public sealed record ReportForm(
    string Key,
    int Year,
    string Title,
    string Sha256,
    RelativeDay Organisation,
    RelativePeriod ReferencePeriod,
    IReadOnlyList<FormSection> Sections,
    int? RecordsYearOffset = null,
    bool ForLaterYears = false)
{
    /// <summary>The calendar year that a report concerns; null when the form has periods of other kinds.</summary>
    public int? RecordsYear(int nameYear) => nameYear + RecordsYearOffset;

    public IEnumerable<FormQuestion> Questions => Sections.SelectMany(section => section.Questions);
}

/// <summary>A day given relative to the name year.</summary>
public sealed record RelativeDay(int YearOffset, int Month, int Day)
{
    public DateOnly In(int nameYear) => new(nameYear + YearOffset, Month, Day);
}

/// <summary>A rolling period given relative to the name year.</summary>
public sealed record RelativePeriod(int Months, int YearOffset, int EndsMonth)
{
    /// <summary>The period as figures name it: "R12 2023-12".</summary>
    public string EndsIn(int nameYear) => $"R{Months} {nameYear + YearOffset:0000}-{EndsMonth:00}";

    /// <summary>The first day of its last month.</summary>
    public DateOnly LastMonth(int nameYear) => new(nameYear + YearOffset, EndsMonth, 1);

    /// <summary>The same period a year earlier.</summary>
    public string EndedBefore(int nameYear) => EndsIn(nameYear - 1);
}

/// <summary>A section; its number is its place in the form.</summary>
public sealed record FormSection(
    string Key,
    string Title,
    IReadOnlyList<string> Aliases,
    bool TextRequired,
    IReadOnlyList<FormTable> Tables,
    IReadOnlyList<FormQuestion> Questions,
    IReadOnlyList<RecordFacts> Facts)
{
    public const int LongestKey = 60;
}

/// <summary>A table of figures: given rows, or one row per position group ordered by a metric, highest first.</summary>
/// <param name="Optional">Left out of the report when it has no values at all.</param>
/// <param name="PositionsOrderedBy">The metric that orders position groups; null for a table with given rows.</param>
public sealed record FormTable(
    string Key,
    string Title,
    string RowHeader,
    bool Optional,
    string? PositionsOrderedBy,
    IReadOnlyList<FormColumn> Columns,
    IReadOnlyList<FormRow> Rows);

public enum ColumnShows
{
    Current,
    Comparison,
    Difference,
}

/// <summary>A column; "{period}" in the label becomes the months that the figures came with.</summary>
/// <param name="Metric">The column's metric in a table of position groups; else null, and the row names it.</param>
public sealed record FormColumn(ColumnShows Shows, string Label, string? Metric)
{
    public MetricSlot? Slot => Shows switch
    {
        ColumnShows.Current => MetricSlot.Current,
        ColumnShows.Comparison => MetricSlot.Comparison,
        _ => null,
    };
}

/// <summary>A row of figures, or a heading (no metric) over the rows that follow.</summary>
/// <param name="Fact">The row's figure and change are also told as a sentence above the table.</param>
public sealed record FormRow(string Label, int Level, string? Metric, string Group, bool Fact);

/// <summary>How the answers of those below become one answer.</summary>
public enum AggregationRule
{
    /// <summary>"Har alla …?": one no is enough for no.</summary>
    All,

    /// <summary>"Har någon …?": one yes is enough for yes.</summary>
    Any,

    /// <summary>"Har … genomförts?": yes from a stated share of yes.</summary>
    Share,
}

/// <summary>The thresholds of <see cref="AggregationRule.Share"/>, as parts of one.</summary>
/// <param name="YesFrom">Yes when at least this part of those it concerns say yes.</param>
/// <param name="NoTo">No when at most this part say yes or partly.</param>
/// <param name="Enough">Undetermined when less than this part of those asked have answered.</param>
public sealed record ShareThresholds(decimal YesFrom, decimal NoTo, decimal Enough);

/// <summary>A question answered Ja, Delvis, Nej or Ej aktuellt by every board.</summary>
/// <param name="Aliases">Other wordings that files use; * stands for any words.</param>
/// <param name="Provisions">Ids in the register of provisions.</param>
/// <param name="Derived">How a unit's records answer it; null when only people can.</param>
public sealed record FormQuestion(
    string Key,
    string Text,
    IReadOnlyList<string> Aliases,
    AggregationRule Rule,
    ShareThresholds Share,
    IReadOnlyList<string> Provisions,
    DerivedRule? Derived = null)
{
    public const int LongestKey = 60;
}
