namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>The figures contradict each other by more than rounding: short and long beside total, all beside women and men.</summary>
internal sealed class TableAgainstItself : IReportRule
{
    /// <summary>How the note under a table begins that says so.</summary>
    internal const string NoteBegins = "Motsägelse i underlaget. ";

    public string Key => "table-against-itself";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from section in report.Sections
        from table in section.Content.Tables
        from note in table.Notes
        where note.StartsWith(NoteBegins, StringComparison.Ordinal)
        select this.About(section.Content, $"Talen i tabellen {table.Title} motsäger varandra. {note[NoteBegins.Length..]}", "Be HR rätta underlaget, eller godta med en förklaring.", new FindingFigure(table.Title, note[NoteBegins.Length..]));
}
