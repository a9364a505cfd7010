namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>A section that should have an analysis has no text.</summary>
internal sealed class EmptyAnalysis : IReportRule
{
    /// <summary>Such findings can be accepted together, with one reason.</summary>
    public const string RuleKey = "empty-analysis";

    public string Key => RuleKey;

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from section in report.Sections
        where section.Content.Narrative.Required && string.IsNullOrWhiteSpace(section.Text)
        select this.About(section.Content, "Avsnittet ska ha en bedömning, och ingen är skriven.", "Skriv en bedömning, eller godta med ett skäl till att ingen behövs.");
}
