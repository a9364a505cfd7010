using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Life;
using DigiSam.Cli;
using DigiSam.Installation;
using DigiSam.Measures;
using DigiSam.Overview;
using DigiSam.Risks;
using DigiSam.SamYears;
using DigiSam.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Upgrades;

/// <summary>A database that a released version left is brought up to date, loses nothing and can be worked with.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Released => [.. ReleasedDatabase.Versions];

    [Fact]
    public void There_is_a_database_of_the_first_release() => Assert.Contains("0.1.0", ReleasedDatabase.Versions);

    [Theory]
    [MemberData(nameof(Released))]
    public async Task Every_row_is_there_after_the_upgrade(string version)
    {
        await using var database = await ReleasedDatabase.Load(version);
        var columns = await database.Columns();
        var before = await Read(database, columns);
        Assert.True(before.Count > 50 && before.Values.Sum(rows => rows.Count) > 7000);
        Assert.True(before.Count(table => table.Value.Count > 0) > 45);

        await database.Open();

        Assert.Empty(await database.InDatabase(context => context.Database.GetPendingMigrationsAsync()));
        var after = await Read(database, columns);
        foreach (var (table, rows) in before)
            Assert.True(Lost(rows, after[table]).Count == 0, $"{table} lost {string.Join('\n', Lost(rows, after[table]).Take(3))}");
    }

    [Fact]
    public void A_row_that_is_lost_or_changed_is_found() =>
        Assert.Equal(["'b'|2", "'c'|3"], Lost(["'a'|1", "'a'|1", "'b'|2", "'c'|3"], ["'a'|1", "'a'|1", "'c'|4", "'d'|5"]));

    [Theory]
    [MemberData(nameof(Released))]
    public async Task The_doctor_finds_nothing_wrong_after_the_upgrade(string version)
    {
        await using var database = await ReleasedDatabase.Load(version);
        await database.Open();
        var findings = await database.Do(new CheckInstallation());
        Assert.True(findings.Count > 4);
        Assert.DoesNotContain(findings, finding => finding.Severity == FindingSeverity.Fault);
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task What_people_read_can_be_read_after_the_upgrade(string version)
    {
        await using var database = await ReleasedDatabase.Load(version);
        await database.Open();
        var municipality = await database.InDatabase(context => context.Municipalities.Select(place => place.Id).SingleAsync());
        var manager = await database.SomeoneWith(Role.Manager);
        var unit = await database.InDatabase(context => context.RoleAssignments.Where(held => held.PersonId == manager).Select(held => held.PlaceId).FirstAsync());

        Assert.NotEmpty(await database.Do(new ReadWaitingWork(unit), manager));
        Assert.NotEmpty(await database.Do(new ReadRecentEvents(municipality)));
        Assert.Equal(5, (await database.Do(new TopRisks(municipality, 5))).Count);
        var risks = await database.Do(new ListRisks(municipality, new RiskFilter()));
        Assert.True(risks.Rows.Count > 20);
        Assert.NotEmpty((await database.Do(new ReadRisk(risks.Rows[0].UnitId, risks.Rows[0].Id))).Title);
        Assert.NotEmpty((await database.Do(new ListMeasures(municipality, new MeasureFilter()))).Page.Rows);
        Assert.NotEmpty((await database.Do(new ListSamYears(municipality, 2026))).Rows);
        Assert.NotEmpty((await database.Do(new ListReports(municipality, 2026))).Rows);
        Assert.NotEmpty((await database.Do(new BuildAnnualReport(2026, null))).Sections);
        Assert.NotEmpty((await database.Do(new BuildAnnualReport(2024, null))).Sections);
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task A_backup_taken_before_the_upgrade_changes_no_schema_and_is_brought_up_to_date_when_it_is_restored(string version)
    {
        await using var database = await ReleasedDatabase.Load(version);
        var migrations = await database.Rows("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY 1");
        var columns = await database.Columns();
        var run = await CliRun.Of("backup", database.Of("före.zip"), "--data", database.Data);
        Assert.True(run.Exit == ExitCode.Ok, run.All);
        Assert.Equal(migrations, await database.Rows("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY 1"));
        Assert.Equal(columns, await database.Columns());
        var expected = await Read(database, columns);

        SqliteConnection.ClearAllPools();
        var restored = await CliRun.Of("restore", database.Of("före.zip"), "--force", "--data", database.Data);
        Assert.True(restored.Exit == ExitCode.Ok, restored.All);
        await database.Open();
        Assert.Empty(await database.InDatabase(context => context.Database.GetPendingMigrationsAsync()));
        var after = await Read(database, columns);
        foreach (var (table, rows) in expected.Where(table => table.Key is not ("AuditEntries" or "ProtectionKeys")))
            Assert.True(Lost(rows, after[table]).Count == 0, table);
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task What_is_kept_for_sorting_is_filled_in_for_old_rows(string version)
    {
        await using var database = await ReleasedDatabase.Load(version);
        await database.Open();
        Assert.Empty(await database.InDatabase(context => context.Measures.Where(measure => measure.SortKey == "").ToListAsync()));
        Assert.Empty(await database.InDatabase(context => context.Risks.Where(risk => risk.SortKey == "").ToListAsync()));
        Assert.True(await database.InDatabase(context => context.Measures.CountAsync()) > 200);
    }

    [Fact]
    public async Task A_database_that_a_newer_version_has_changed_is_left_alone()
    {
        await using var database = await ReleasedDatabase.Load("0.1.0");
        await database.Rows("INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Later', '12.0.0') RETURNING MigrationId");
        var run = await CliRun.Of("doctor", "--data", database.Data);
        Assert.Equal((ExitCode.Installation, ""), (run.Exit, run.Output));
        Assert.Contains("hör till en nyare version av DigiSam än den här. Ingenting har ändrats.", run.Errors, StringComparison.Ordinal);
    }

    private static async Task<SortedDictionary<string, IReadOnlyList<string>>> Read(ReleasedDatabase database, SortedDictionary<string, IReadOnlyList<string>> columns)
    {
        var rows = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (table, names) in columns)
            rows[table] = await database.Rows(table, names);
        return rows;
    }

    /// <summary>The rows that are not among the later ones, as often as they were.</summary>
    private static List<string> Lost(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var there = after.CountBy(row => row).ToDictionary();
        return [.. before.Where(row => there.GetValueOrDefault(row) == 0 || there[row]-- == 0)];
    }
}
