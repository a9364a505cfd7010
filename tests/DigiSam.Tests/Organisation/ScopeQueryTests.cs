using System.Data.Common;
using DigiSam.Access;
using DigiSam.Persistence.Sqlite;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DigiSam.Tests.Organisation;

/// <summary>The query that every request is let in by, as the database plans it.</summary>
public sealed class ScopeQueryTests : IAsyncLifetime
{
    private readonly PlanReader _plans = new();
    private Installed _installed = null!;
    private SqliteContext _database = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        await _installed.Do(StoredOrganisation.Import("administration_code;administration;board;unit_code;unit\nBUF;Barnförvaltningen;Skolnämnden;E1;Skolan\n"));
        _database = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite(await _installed.InDatabase(database => Task.FromResult(database.Database.GetConnectionString())))
            .AddInterceptors(_plans).Options);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _installed.DisposeAsync();
    }

    [Fact]
    public async Task The_scope_of_a_request_is_searched_by_index_and_never_scanned()
    {
        var board = await _installed.BoardId("Skolnämnden");
        var unit = await _installed.InDatabase(database => database.Units.SingleAsync());
        var actor = new CurrentActor { PersonId = await _installed.PersonWith(Role.Manager, board) };
        await new AccessCheck(_database, actor, _installed.Clock).Demand(Permission.ReadRounds, new ListRounds(unit.Id, 2026), CancellationToken.None);
        Assert.Equal(Role.Manager, actor.ActsAs);

        var plan = Assert.Single(_plans.Read);
        Assert.Contains(plan, step => step.Contains("SEARCH", StringComparison.Ordinal) && step.Contains("PlaceScopes", StringComparison.Ordinal));
        Assert.Empty(Scans(plan));
    }

    [Fact]
    public async Task A_query_that_scans_the_closure_is_found()
    {
        await _database.PlaceScopes.Where(scope => scope.ValidTo < DateOnly.MaxValue).ToListAsync();
        Assert.NotEmpty(Scans(Assert.Single(_plans.Read)));
    }

    private static IEnumerable<string> Scans(IReadOnlyList<string> plan) => plan
        .Where(step => step.StartsWith("SCAN", StringComparison.Ordinal) && step != "SCAN CONSTANT ROW")
        // What was gathered from searches a step before is no table: a person's roles of their own, and those in others' stead.
        .Where(step => !plan.Contains($"CO-ROUTINE {step[5..]}") && !plan.Contains($"MATERIALIZE {step[5..]}"));

    /// <summary>Has the database explain each query over the closure, with its own words and values, before it is run.</summary>
    private sealed class PlanReader : DbCommandInterceptor
    {
        public List<IReadOnlyList<string>> Read { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!command.CommandText.Contains("PlaceScopes", StringComparison.Ordinal))
                return result;
            var query = command.CommandText;
            command.CommandText = $"EXPLAIN QUERY PLAN {query}";
            var steps = new List<string>();
            await using (var plan = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await plan.ReadAsync(cancellationToken))
                    steps.Add(plan.GetString(3));
            }

            command.CommandText = query;
            Read.Add(steps);
            return result;
        }
    }
}
