using Microsoft.Data.Sqlite;

namespace DigiSam.Benchmarks.Report;

/// <summary>The bound of the report's data: the rows it is made of, fetched with plain SQL on one connection and thrown away.</summary>
internal static class RawRows
{
    private const string Answers = "SELECT * FROM BoardAnswers WHERE ReportYear = $year AND ReplacedById IS NULL";

    private const string Boards = "SELECT * FROM Places WHERE Kind = 'Board'";

    private static readonly string[] Queries =
    [
        "SELECT * FROM RoleAssignments",
        "SELECT * FROM Places WHERE Kind = 'Municipality'",
        Boards,
        "SELECT * FROM PlaceAliases",
        Answers,
        "SELECT * FROM AnswerOverrides WHERE ReportYear = $year AND ReplacedById IS NULL",
        "SELECT * FROM MetricValues WHERE ReportYear = $year AND ReplacedById IS NULL",
        "SELECT * FROM SectionTexts WHERE ReportYear = $year AND ReplacedById IS NULL",
        "SELECT * FROM ImportBatches WHERE ReportYear = $year",
    ];

    /// <summary>Fetches every column of every row. Answers how many rows there were, and how many of them boards and answers.</summary>
    public static (int Rows, int Boards, int Answers) Fetch(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        var (rows, boards, answers) = (0, 0, 0);
        foreach (var query in Queries)
        {
            var fetched = Fetch(connection, query);
            rows += fetched;
            boards += query == Boards ? fetched : 0;
            answers += query == Answers ? fetched : 0;
        }

        return (rows, boards, answers);
    }

    private static int Fetch(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("$year", SampleInstallation.Year);
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        var rows = 0;
        while (reader.Read())
        {
            reader.GetValues(values);
            rows++;
        }

        return rows;
    }
}
