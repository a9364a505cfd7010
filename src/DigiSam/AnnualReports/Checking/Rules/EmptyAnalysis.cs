namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>A section that should have an analysis has no text.</summary>
internal sealed class EmptyAnalysis : IReportRule
{
    public string Key => FindingRules.EmptyAnalysis;

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from section in report.Sections
        where section.Content.Narrative.Required && string.IsNullOrWhiteSpace(section.Text)
        select this.About(section.Content, "Avsnittet ska ha en bedömning, och ingen är skriven.", "Skriv en bedömning, eller godta med ett skäl till att ingen behövs.");
}
