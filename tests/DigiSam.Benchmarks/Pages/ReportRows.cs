namespace DigiSam.Benchmarks.Pages;

/// <summary>The rows of Rapporter in the municipality: a page of places with their reports, and how many there are in each state.</summary>
internal static class ReportRows
{
    public static IReadOnlyList<string> Queries { get; } =
    [
        """
        SELECT a.Status, COUNT(*) AS Number FROM Places p LEFT JOIN AnnualReports a ON a.PlaceId = p.Id AND a.ReportYear = $year
        WHERE p.ValidFrom <= $today AND $today <= p.ValidTo GROUP BY a.Status
        """,
        """
        SELECT p.Id, p.Name, p.Kind, a.Id AS ReportId, a.Status, a.Version, a.CaseNumber,
            (SELECT COUNT(DISTINCT t.SectionKey) FROM SectionTextVersions t WHERE t.ReportId = a.Id) AS Texts,
            (SELECT COUNT(DISTINCT v.QuestionKey) FROM ReportAnswerVersions v WHERE v.ReportId = a.Id) AS Answers
        FROM Places p LEFT JOIN AnnualReports a ON a.PlaceId = p.Id AND a.ReportYear = $year
        WHERE p.ValidFrom <= $today AND $today <= p.ValidTo
        ORDER BY CASE p.Kind WHEN 'Municipality' THEN 0 WHEN 'Board' THEN 1 WHEN 'Administration' THEN 2 ELSE 3 END, p.SortKey, p.Id LIMIT 50
        """,
    ];
}
