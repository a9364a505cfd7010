using Microsoft.Data.Sqlite;

namespace DigiSam.Benchmarks.Figures;

/// <summary>The least that anyone could do: each line split and inserted by one prepared statement, in one transaction, with the indexes that are asked of.</summary>
internal static class BareImport
{
    /// <summary>Returns how many rows there were.</summary>
    public static int Run(string csv, string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            CREATE TABLE "Months" ("Id" TEXT PRIMARY KEY, "Unit" TEXT NOT NULL, "Month" TEXT NOT NULL, "Headcount" INTEGER NOT NULL,
                "Scheduled" INTEGER NOT NULL, "Short" INTEGER NOT NULL, "Long" INTEGER NOT NULL, "FromDay60" INTEGER NOT NULL);
            CREATE UNIQUE INDEX "ByUnit" ON "Months" ("Unit", "Month");
            """;
        create.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO \"Months\" VALUES ($id, $unit, $month, $people, $a, $b, $c, $d)";
        var values = ((string[])["$id", "$unit", "$month", "$people", "$a", "$b", "$c", "$d"]).Select(name => insert.Parameters.Add(name, name is "$id" or "$unit" or "$month" ? SqliteType.Text : SqliteType.Integer)).ToList();
        insert.Prepare();
        var rows = 0;
        foreach (var line in File.ReadLines(csv).Skip(1))
        {
            var cells = line.Split(';');
            (values[0].Value, values[1].Value, values[2].Value, values[3].Value) = (Guid.CreateVersion7().ToString(), cells[1], cells[0], int.Parse(cells[2], Measuring.ResultTable.Swedish));
            for (var index = 3; index < cells.Length; index++)
                values[index + 1].Value = (long)(decimal.Parse(cells[index], Measuring.ResultTable.Swedish) * 100);
            rows += insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return rows;
    }
}
