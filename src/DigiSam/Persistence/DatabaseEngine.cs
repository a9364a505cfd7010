using DigiSam.Persistence.PostgreSql;
using DigiSam.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Persistence;

/// <summary>What SQLite and PostgreSQL do each in their own way. Everything else is the model's and EF's.</summary>
public abstract class DatabaseEngine(DatabaseOptions options)
{
    public DatabaseOptions Options { get; } = options;

    /// <summary>How many may write at once in this process (see <see cref="WriteGate"/>).</summary>
    public abstract int Writers { get; }

    public static DatabaseEngine For(DatabaseOptions options) => options.Kind switch
    {
        DatabaseKind.PostgreSql => new PostgreSqlEngine(options),
        _ => new SqliteEngine(options),
    };

    /// <summary>
    /// Claims the database for this process, or returns null when another process stands in the way: any at all when we want
    /// to be <paramref name="alone"/>, else one that is alone. On SQLite every claim is alone.
    /// </summary>
    public abstract Task<DatabaseClaim?> Claim(bool alone, CancellationToken stop = default);

    /// <summary>
    /// Makes everyone else who asks for the same turn wait until the open transaction has ended, so that what is read after
    /// this is what the one before wrote. Behind SQLite's write gate that is so already.
    /// </summary>
    public abstract Task TakeTurn(DigiSamContext database, Guid turn, CancellationToken stop = default);

    /// <summary>
    /// Takes a turn as <see cref="TakeTurn"/> does where nobody has it, and else says false at once. It is ours until the open transaction ends,
    /// however it ends. Behind SQLite's write gate it always is.
    /// </summary>
    public abstract Task<bool> TryTurn(DigiSamContext database, Guid turn, CancellationToken stop = default);

    /// <summary>
    /// Holds rows until the open transaction ends, as if they were changed: who wants them meanwhile waits, and then reads what we wrote or,
    /// having read before, runs again. Behind SQLite's write gate nobody else is at them.
    /// </summary>
    /// <param name="table">The name of a table whose key is <c>Id</c>.</param>
    public abstract Task Hold(DigiSamContext database, string table, IReadOnlyCollection<Guid> ids, CancellationToken stop = default);

    /// <summary>
    /// Those of the rows that no other process holds, in the order given and at most so many; they are held until the open
    /// transaction ends. Behind SQLite's write gate nobody else holds any.
    /// </summary>
    /// <param name="table">The name of a table whose key is <c>Id</c>.</param>
    public abstract Task<IReadOnlyList<Guid>> HoldFree(DigiSamContext database, string table, IReadOnlyList<Guid> ids, int most, CancellationToken stop = default);

    /// <summary>
    /// How often a command that failed may be run again, because it may have failed only for another that ran at the same
    /// time; nothing was written. 0 for other faults.
    /// </summary>
    public abstract int TriesAfter(Exception fault);

    /// <summary>Removes what a killed process left in the way of migrating.</summary>
    internal abstract Task ClearTheWay(DigiSamContext database, CancellationToken stop);

    /// <summary>Sets what belongs to the database as a whole and not to a connection.</summary>
    internal abstract Task Prepare(DigiSamContext database, CancellationToken stop);

    /// <summary>Whether the database is whole: a Swedish sentence for each thing that was checked.</summary>
    internal abstract Task<IReadOnlyList<(bool Fine, string Text)>> Check(DigiSamContext database, CancellationToken stop);

    internal abstract void AddContext(IServiceCollection services);

    /// <summary>
    /// What both contexts have. EF warns of rows taken without an order; we take some only to count no further than a cap.
    /// </summary>
    protected static void Configure(DbContextOptionsBuilder context) => context
        .AddInterceptors(new RevisionInterceptor())
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    /// <summary>The exception and those it wraps.</summary>
    protected static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
            yield return inner;
    }
}

/// <summary>A process's claim on a database. It ends when it is disposed or the process dies, however it dies.</summary>
public abstract class DatabaseClaim : IAsyncDisposable
{
    /// <summary>No other process has a claim.</summary>
    public abstract bool IsAlone { get; }

    /// <summary>
    /// Becomes the only one, for a change that no one else may see half done; false while another process has a claim. Either
    /// way the claim among others is given up until <see cref="BeAmongOthers"/>.
    /// </summary>
    public abstract Task<bool> BecomeAlone(CancellationToken stop);

    /// <summary>Lets others in again.</summary>
    public abstract Task BeAmongOthers(CancellationToken stop);

    /// <summary>
    /// Makes sure that the claim still holds, and claims anew, in the same way, what was lost with its connection; false while
    /// another process stands in the way. Fails while the database server does not answer.
    /// </summary>
    public abstract Task<bool> Renew(CancellationToken stop);

    public abstract ValueTask DisposeAsync();
}
