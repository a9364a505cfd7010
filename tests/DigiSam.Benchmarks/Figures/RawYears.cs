using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DigiSam.Benchmarks.Figures;

/// <summary>What plain SQL finds: the municipality's share, and each unit's.</summary>
internal sealed record RawShares(decimal Whole, IReadOnlyList<(string Unit, decimal Total)> Units);

/// <summary>The sums of twelve months and of the twelve before, by unit, and by board, sex and age, with prepared statements.</summary>
internal sealed class RawYears : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _units;
    private readonly SqliteCommand _boards;

    public RawYears(string connection, DateOnly last)
    {
        _connection = new SqliteConnection(connection);
        _connection.Open();
        var (first, middle) = (last.AddMonths(-23), last.AddMonths(-11));
        _units = Prepare("Unit", "PlaceId", first, middle, last);
        _boards = Prepare("Board", "PlaceId, Sex, Age", first, middle, last);
    }

    public RawShares Fetch()
    {
        var units = new List<(string, decimal)>();
        using (var reader = _units.ExecuteReader())
        {
            while (reader.Read())
            {
                if (reader.GetInt32(reader.FieldCount - 1) == 1)
                    units.Add((reader.GetString(0), Share(reader.GetInt64(reader.FieldCount - 4) + reader.GetInt64(reader.FieldCount - 3), reader.GetInt64(reader.FieldCount - 5))));
            }
        }

        var (ill, scheduled) = (0L, 0L);
        using (var reader = _boards.ExecuteReader())
        {
            while (reader.Read())
            {
                if (reader.GetInt32(reader.FieldCount - 1) != 1)
                    continue;
                ill += reader.GetInt64(reader.FieldCount - 4) + reader.GetInt64(reader.FieldCount - 3);
                scheduled += reader.GetInt64(reader.FieldCount - 5);
            }
        }

        return new RawShares(Share(ill, scheduled), units);
    }

    public void Dispose()
    {
        _units.Dispose();
        _boards.Dispose();
        _connection.Dispose();
    }

    private static decimal Share(long ill, long scheduled) => 100m * ill / scheduled;

    private SqliteCommand Prepare(string table, string by, DateOnly first, DateOnly middle, DateOnly last)
    {
        var command = _connection.CreateCommand();
        command.CommandText = $"""
            SELECT {by}, SUM(Headcount), COUNT(*), SUM(Scheduled), SUM("Short"), SUM("Long"), SUM(FromDay60), Month >= $middle AS Now
            FROM AbsenceMonth WHERE "Table" = '{table}' AND ReplacedById IS NULL AND Month BETWEEN $first AND $last GROUP BY {by}, Month >= $middle
            """;
        foreach (var (name, day) in (ReadOnlySpan<(string, DateOnly)>)[("$first", first), ("$middle", middle), ("$last", last)])
            command.Parameters.AddWithValue(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        command.Prepare();
        return command;
    }
}
