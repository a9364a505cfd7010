namespace DigiSam.AnnualReports.Life;

/// <summary>The conditions that process definitions may set for a report's way on.</summary>
internal static class ReportGuards
{
    /// <summary>A unit has answered every question of the form.</summary>
    public const string AllAnswered = "all-questions-answered";

    /// <summary>It is the report of a board or of the municipality: elected bodies decide.</summary>
    public const string DecidedByABoard = "decided-by-a-board";

    /// <summary>The names that process definitions may use.</summary>
    public static IReadOnlyList<string> Names { get; } = [AllAnswered, DecidedByABoard];
}
