using DigiSam.Persistence;
using Microsoft.Data.Sqlite;

namespace DigiSam.Tests.Support;

/// <summary>
/// A database for one test. Here it is an SQLite file; the project that runs the same tests on PostgreSQL sets
/// <see cref="Make"/>.
/// </summary>
internal abstract class TestDatabase(DatabaseOptions options) : IAsyncDisposable
{
    public static Func<string, Task<TestDatabase>> Make { get; set; } = folder => Task.FromResult<TestDatabase>(new SqliteFile(folder));

    public DatabaseOptions Options { get; } = options;

    public abstract ValueTask DisposeAsync();

    private sealed class SqliteFile(string folder) : TestDatabase(DatabaseOptions.InFolder(folder))
    {
        public override ValueTask DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            return ValueTask.CompletedTask;
        }
    }
}
