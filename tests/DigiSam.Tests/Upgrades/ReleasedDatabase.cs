using System.IO.Compression;
using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DigiSam.Tests.Upgrades;

/// <summary>A database as a released version left it, in a folder of its own.</summary>
internal sealed class ReleasedDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ServiceProvider? _services;

    /// <summary>The released versions that there are databases of.</summary>
    public static IReadOnlyList<string> Versions { get; } =
        [.. Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "Files", "released")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public string Data => _folder.Data;

    public string Of(string name) => _folder.Of(name);

    public static async Task<ReleasedDatabase> Load(string version)
    {
        var loaded = new ReleasedDatabase();
        Directory.CreateDirectory(loaded.Data);
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Files", "released", version, "digisam.sql.gz"));
        using var script = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        await using var connection = await loaded.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = await script.ReadToEndAsync();
        await command.ExecuteNonQueryAsync();
        return loaded;
    }

    /// <summary>Opens it with today's program, which brings it up to date.</summary>
    public async Task Open()
    {
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)))
            .AddDigiSam(DatabaseOptions.InFolder(Data), Installed.Definitions)
            .BuildServiceProvider(validateScopes: true);
        await _services.GetRequiredService<InstallationSetup>().Open();
    }

    public async Task<T> Do<T>(IRequest<T> request, Guid? person = null)
    {
        var outcome = await _services!.GetRequiredService<RequestSender>().Send(person ?? InstallationSetup.Operator, request);
        return Assert.IsType<Outcome<T>.Done>(outcome, exactMatch: true).Result;
    }

    public async Task<T> InDatabase<T>(Func<DigiSamContext, Task<T>> work)
    {
        await using var scope = _services!.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DigiSamContext>());
    }

    public Task<Guid> SomeoneWith(Role role) => InDatabase(database => database.RoleAssignments.Where(held => held.Role == role).Select(held => held.PersonId).FirstAsync());

    /// <summary>The columns of each table.</summary>
    public async Task<SortedDictionary<string, IReadOnlyList<string>>> Columns()
    {
        var columns = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var table in await Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
            columns[table] = await Rows($"SELECT name FROM pragma_table_info('{table}')");
        return columns;
    }

    /// <summary>The rows of a table in some of its columns, each value as it is stored.</summary>
    public Task<IReadOnlyList<string>> Rows(string table, IReadOnlyList<string> columns) =>
        Rows($"SELECT concat_ws('|', {string.Join(", ", columns.Select(column => $"quote(\"{column}\")"))}) FROM \"{table}\" ORDER BY 1");

    public async Task<IReadOnlyList<string>> Rows(string sql)
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<SqliteConnection> Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "digisam.db")};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
