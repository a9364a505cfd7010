using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DigiSam.Benchmarks.Report;

/// <summary>
/// The bound of a demo's municipality report: what it counts and quotes, asked for with plain SQL on one connection, as
/// prepared statements that are used again.
/// </summary>
internal sealed class RawAggregates : IDisposable
{
    /// <summary>Each alone in its query, to be held against what the report says.</summary>
    private static readonly (string Figure, string Query)[] Counts =
    [
        ("planerade ronder", "SELECT SUM(n) FROM (SELECT Status, COUNT(*) AS n, SUM(EXISTS (SELECT 1 FROM RoundParticipant p WHERE p.RoundId = r.Id AND p.Part = 'SafetyRep' AND p.TookPart)) AS Rep FROM SafetyRounds r WHERE PlannedFor BETWEEN $first AND $last GROUP BY Status)"),
        ("observationer", "SELECT SUM(n) FROM (SELECT COUNT(*) AS n, SUM(Reply IS NOT NULL) AS a, SUM(RiskId IS NOT NULL) AS b FROM Observations WHERE ReportedAt >= $opens AND ReportedAt < $closes)"),
        ("åtgärder", """
            SELECT SUM(n) FROM (SELECT Effect, COUNT(*) AS n, SUM(DoneOn BETWEEN $first AND $last) AS d, SUM(DoneOn > $last) AS l, SUM(Status = 'Cancelled') AS c FROM Measures
            WHERE DueOn BETWEEN $first AND $last OR DoneOn BETWEEN $first AND $last OR Id IN (SELECT MeasureId FROM MeasureDueDate WHERE "From" BETWEEN $first AND $last) GROUP BY Effect)
            """),
        ("öppna risker", """
            SELECT SUM(n) FILTER (WHERE o) FROM (SELECT ClosedOn IS NULL OR ClosedOn > $last AS o, AssessedOn <= $last AS k, Level, Serious, COUNT(*) AS n FROM Risks
            WHERE FoundOn <= $last AND (ClosedOn IS NULL OR ClosedOn >= $first) GROUP BY o, k, Level, Serious)
            """),
    ];

    private static readonly string[] Others =
    [
        "SELECT COUNT(DISTINCT MeasureId) FROM MeasureDueDate WHERE \"From\" BETWEEN $first AND $last AND \"To\" > \"From\"",
        """
        SELECT a.Level, a.Serious, COUNT(*) FROM Risks r CROSS JOIN RiskAssessment a ON a.RiskId = r.Id
        WHERE r.AssessedOn > $last AND r.FoundOn <= $last AND (r.ClosedOn IS NULL OR r.ClosedOn > $last) AND a.AssessedOn <= $last
            AND NOT EXISTS (SELECT 1 FROM RiskAssessment l WHERE l.RiskId = a.RiskId AND l.AssessedOn <= $last AND (l.AssessedOn > a.AssessedOn OR (l.AssessedOn = a.AssessedOn AND l.At > a.At)))
        GROUP BY a.Level, a.Serious
        """,
        "SELECT Id, Title, FoundOn, Value, Level, Serious, LiftedBecause FROM Risks WHERE LiftedBecause IS NOT NULL AND FoundOn <= $last AND (ClosedOn IS NULL OR ClosedOn >= $first) ORDER BY Value DESC, FoundOn",
        "SELECT COUNT(*), SUM(p.OsaGoal IS NOT NULL) FROM SamYears y JOIN YearPlans p ON p.SamYearId = y.Id WHERE y.Year = $recorded",
        """
        SELECT s.ParentId, v.QuestionKey, v.Answer, COUNT(*), MAX(v.At) FROM AnnualReports r JOIN ReportAnswerVersions v ON v.ReportId = r.Id
            JOIN PlaceLinks s ON s.ChildId = r.PlaceId JOIN Places p ON p.Id = s.ParentId AND p.Kind = 'Administration'
        WHERE r.ReportYear = $year AND r.Level = 'Unit' AND r.Status <> 'Draft'
            AND NOT EXISTS (SELECT 1 FROM ReportAnswerVersions l WHERE l.ReportId = v.ReportId AND l.QuestionKey = v.QuestionKey AND l.Number > v.Number)
        GROUP BY s.ParentId, v.QuestionKey, v.Answer
        """,
        "SELECT r.Status, COUNT(*) FROM Places p LEFT JOIN AnnualReports r ON r.PlaceId = p.Id AND r.ReportYear = $year WHERE p.Kind = 'Unit' GROUP BY r.Status",
        "SELECT i.DifferingView, r.PlaceId FROM AnnualReports r JOIN AnnualReportInvolvement i ON i.ReportId = r.Id WHERE r.ReportYear = $year AND i.DifferingView IS NOT NULL",
        "SELECT * FROM MetricValues WHERE ReportYear = $year AND ReplacedById IS NULL",
        "SELECT t.* FROM AnnualReports r JOIN Places p ON p.Id = r.PlaceId AND p.Kind = 'Municipality' JOIN SectionTextVersions t ON t.ReportId = r.Id WHERE r.ReportYear = $year",
        "SELECT * FROM Places WHERE Kind <> 'Unit'",
        "SELECT * FROM RoleAssignments a WHERE a.PersonId = $person",
        "SELECT * FROM ImportBatches WHERE ReportYear = $year",
    ];

    private readonly SqliteConnection _connection;
    private readonly List<(string? Figure, SqliteCommand Command)> _commands = [];

    /// <summary>Prepares the queries of a report year, which is about the calendar year before.</summary>
    public RawAggregates(string connectionString, int year, Guid person)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        foreach (var (figure, query) in Counts.Select(count => ((string?)count.Figure, count.Query)).Concat(Others.Select(query => ((string?)null, query))))
        {
            var command = _connection.CreateCommand();
            command.CommandText = query;
            foreach (var (name, value) in Known(year, person))
                command.Parameters.AddWithValue(name, value);
            command.Prepare();
            _commands.Add((figure, command));
        }
    }

    /// <summary>Asks everything and reads every column of every row. Answers the figures that are told in numbers.</summary>
    public IReadOnlyDictionary<string, long> Fetch()
    {
        var figures = new Dictionary<string, long>();
        foreach (var (figure, command) in _commands)
        {
            using var reader = command.ExecuteReader();
            var values = new object[reader.FieldCount];
            while (reader.Read())
                reader.GetValues(values);
            if (figure is not null)
                figures.Add(figure, (long)values[0]);
        }

        return figures;
    }

    public void Dispose()
    {
        foreach (var (_, command) in _commands)
            command.Dispose();
        _connection.Dispose();
    }

    private static IEnumerable<(string Name, object Value)> Known(int year, Guid person) =>
    [
        ("$year", year),
        ("$recorded", year - 1),
        ("$first", string.Create(CultureInfo.InvariantCulture, $"{year - 1}-01-01")),
        ("$last", string.Create(CultureInfo.InvariantCulture, $"{year - 1}-12-31")),
        ("$opens", new DateTimeOffset(year - 1, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)).UtcTicks),
        ("$closes", new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)).UtcTicks),
        ("$person", person.ToString().ToUpperInvariant()),
    ];
}
