using System.Globalization;
using System.Text.Json;
using DigiSam.Benchmarks.Pages;
using DigiSam.Language;
using Microsoft.Data.Sqlite;

namespace DigiSam.Benchmarks.Hosts;

/// <summary>One connection with the statements it has prepared; used by one request at a time.</summary>
internal sealed class BareRows : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly (string Name, object Value)[] _known;

    public BareRows(string database)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        _connection.Open();
        var today = SwedishDate.Today(TimeProvider.System);
        _known =
        [
            ("$today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("$year", today.Year),
            ("$since", DateTimeOffset.UtcNow.AddDays(-21).UtcTicks),
            ("$place", One("SELECT Id FROM Places WHERE Kind = 'Municipality'")),
            ("$person", One($"SELECT Id FROM People WHERE Name = '{Visitor.Samira}'")),
        ];
    }

    /// <summary>Writes an array of objects for each of the page's queries.</summary>
    /// <param name="from">"rank|id" of the row before the page; null for the first page.</param>
    public void Write(Utf8JsonWriter json, PageAddress page, string? from)
    {
        json.WriteStartArray();
        foreach (var query in page.Rows)
        {
            json.WriteStartArray();
            using var reader = Prepared(query, from).ExecuteReader();
            while (reader.Read())
            {
                json.WriteStartObject();
                for (var column = 0; column < reader.FieldCount; column++)
                    Write(json, reader, column);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private static void Write(Utf8JsonWriter json, SqliteDataReader reader, int column)
    {
        json.WritePropertyName(reader.GetName(column));
        switch (reader.GetValue(column))
        {
            case long number:
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private SqliteCommand Prepared(string query, string? from)
    {
        if (!_commands.TryGetValue(query, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = query;
            foreach (var (name, value) in _known.Where(known => query.Contains(known.Name, StringComparison.Ordinal)))
                command.Parameters.AddWithValue(name, value);
            if (query.Contains("$rank", StringComparison.Ordinal))
                command.Parameters.AddRange([new SqliteParameter("$rank", SqliteType.Integer), new SqliteParameter("$id", SqliteType.Text)]);
            command.Prepare();
            _commands.Add(query, command);
        }

        if (command.Parameters.Contains("$rank") && from?.Split('|') is [var rank, var id])
        {
            command.Parameters["$rank"].Value = long.Parse(rank, CultureInfo.InvariantCulture);
            command.Parameters["$id"].Value = id;
        }

        return command;
    }

    private object One(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar()!;
    }
}
