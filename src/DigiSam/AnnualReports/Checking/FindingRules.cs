namespace DigiSam.AnnualReports.Checking;

/// <summary>The keys of rules that pages treat in a way of their own.</summary>
public static class FindingRules
{
    /// <summary>Such findings can be accepted together, with one reason.</summary>
    public const string EmptyAnalysis = "empty-analysis";
}
