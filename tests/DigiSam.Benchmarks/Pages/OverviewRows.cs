namespace DigiSam.Benchmarks.Pages;

/// <summary>The rows of Översikt for someone who reads the whole municipality.</summary>
internal static class OverviewRows
{
    private const string Unit = "(SELECT p.Name FROM Places p WHERE p.Id = {0}) AS Unit";

    private static readonly string OfRisk = Unit.Replace("{0}", "r.UnitId", StringComparison.Ordinal);

    public static IReadOnlyList<string> Queries { get; } =
    [
        "SELECT a.Role, p.Id, p.Name, a.ValidTo FROM RoleAssignments a JOIN Places p ON p.Id = a.PlaceId WHERE a.PersonId = $person AND a.ValidFrom <= $today AND $today <= a.ValidTo",
        "SELECT p.Id, p.Name, p.Kind FROM PlaceLinks l JOIN Places p ON p.Id = l.ChildId WHERE l.ParentId = $place AND l.Kind = 'Contains' AND l.ValidFrom <= $today AND $today <= l.ValidTo ORDER BY p.Kind, p.SortKey",
        "SELECT t.Id, t.Kind, t.Text, t.Link, t.DueOn FROM InboxTasks t WHERE t.PersonId = $person AND t.DoneAt IS NULL",
        """
        SELECT a.Id, p.Id AS PlaceId, p.Name, a.Level, a.ReportYear, a.Status FROM AnnualReports a JOIN Places p ON p.Id = a.PlaceId
        WHERE a.ReportYear BETWEEN $year AND $year + 1 AND a.Status <> 'Decided' ORDER BY a.ReportYear, p.SortKey LIMIT 200
        """,
        "SELECT COUNT(*) AS Units FROM Places WHERE Kind = 'Unit' AND ValidFrom <= $today AND $today <= ValidTo",
        """
        SELECT COUNT(DISTINCT y.UnitId) AS Behind FROM ProcessSteps s JOIN SamYears y ON y.ProcessId = s.ProcessId
        WHERE s.State = 'Open' AND s.DueOn < $today AND y.Year = $year
        """,
        $"SELECT r.Id, r.UnitId, {OfRisk}, r.Title, r.Value, r.Level, r.Serious FROM Risks r WHERE r.Status = 'Open' AND r.Value IS NOT NULL ORDER BY r.\"Rank\" DESC, r.Id DESC LIMIT 5",
        $"""
         SELECT r.Id, r.CompletedAt, r.UnitId, {OfRisk}, (SELECT c.Title FROM ChecklistVersions c WHERE c.Id = r.ChecklistVersionId) AS Title
         FROM SafetyRounds r WHERE r.Status = 'Completed' AND r.CompletedAt >= $since ORDER BY r.CompletedAt DESC LIMIT 8
         """,
        $"SELECT r.Id, r.CreatedAt, r.UnitId, {OfRisk}, r.Title FROM Risks r WHERE r.CreatedAt >= $since ORDER BY r.CreatedAt DESC LIMIT 8",
        $"SELECT r.Id, a.At, r.UnitId, {OfRisk}, r.Title FROM RiskAssessment a JOIN Risks r ON r.Id = a.RiskId WHERE a.At >= $since ORDER BY a.At DESC LIMIT 8",
        $"""
         SELECT r.Id, e.At, r.UnitId, {OfRisk}, r.Title FROM MeasureEvent e JOIN Measures r ON r.Id = e.MeasureId
         WHERE e.Kind = 'Done' AND e.At >= $since AND r.DoneOn IS NOT NULL ORDER BY e.At DESC LIMIT 8
         """,
    ];
}
