using System.Globalization;
using System.Text.RegularExpressions;
using DigiSam.AnnualReports.Life;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.Demo;
using DigiSam.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Persistence;

/// <summary>What the queries of pages ask of the database: few commands however much there is, and never a large table from end to end.</summary>
public sealed partial class QueryDisciplineTests(MadeDemo demo, ITestOutputHelper output) : IClassFixture<MadeDemo>
{
    /// <summary>More than any query of a page needs; a row at a time would soon pass it.</summary>
    private const int MostCommands = 14;

    private const int Year = 2026;

    /// <summary>A report is put together anew from everything it tells of, each read once; a year's steps say what is missing, each for itself.</summary>
    private static readonly Dictionary<Type, int> Most = new() { [typeof(ReadReport)] = 40, [typeof(ReadSamYear)] = 26 };

    private static readonly string[] LargeTables =
    [
        "Risks", "RiskAssessment", "RiskEvent", "Measures", "MeasureRisk", "MeasureDueDate", "EffectCheck", "MeasureEvent", "SafetyRounds", "RoundAnswer", "Observations",
        "AuditEntries", "Processes", "ProcessSteps", "ProcessTimers", "ProcessEvents", "InboxTasks", "SectionTextVersions", "ReportAnswerVersions",
    ];

    [Fact]
    public async Task Every_query_of_a_page_is_among_those_that_are_counted()
    {
        var asked = (await Everything()).Select(query => query.GetType().Name).Concat(EveryQuery.NotOfPages).ToHashSet();
        Assert.Equal([], RequestCatalogue.RequestsAmong(typeof(DigiSamServices).Assembly.GetTypes()).Where(IsQuery).Select(type => type.Name).Where(name => !asked.Contains(name)));
    }

    [Fact]
    public async Task The_number_of_commands_does_not_grow_with_what_there_is_to_show()
    {
        var (whole, unit) = await Places();
        foreach (var (large, small) in EveryQuery.About(whole, Year).Zip(EveryQuery.About(unit, Year)))
        {
            var (inAll, inOne) = ((await Commands(large)).Count, (await Commands(small)).Count);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{large.GetType().Name,-22} {inAll,3} for the municipality, {inOne,3} for a unit"));
            Assert.True(inAll <= Math.Min(inOne + 3, MostCommands), $"{large}: {inAll} commands, {inOne} for a unit");
        }

        foreach (var query in await demo.Installed.InDatabase(database => EveryQuery.AboutOne(database, Year)))
        {
            var count = (await Commands(query)).Count;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{query.GetType().Name,-22} {count,3}"));
            Assert.True(count <= Most.GetValueOrDefault(query.GetType(), MostCommands), $"{query}: {count} commands");
        }
    }

    [Fact]
    public async Task No_query_of_a_page_reads_a_large_table_from_end_to_end()
    {
        var scans = new List<string>();
        foreach (var query in await Everything())
        {
            foreach (var command in await Commands(query))
                scans.AddRange(Scans(command).Select(scan => $"{query.GetType().Name}: {scan}\n{command.Text}"));
        }

        Assert.True(scans.Count == 0, string.Join("\n\n", scans.Distinct()));
    }

    [Fact]
    public void A_command_that_reads_a_large_table_from_end_to_end_is_found() =>
        Assert.Single(Scans(new SentCommand("SELECT \"r\".\"Id\" FROM \"Risks\" AS \"r\" WHERE \"r\".\"Description\" = @p", [("@p", "x")])));

    private static bool IsQuery(Type request) =>
        Array.Exists(request.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IQuery<>));

    private async Task<IReadOnlyList<object>> Everything()
    {
        var (whole, unit) = await Places();
        return [.. EveryQuery.About(whole, Year), .. EveryQuery.About(unit, Year), .. await demo.Installed.InDatabase(database => EveryQuery.AboutOne(database, Year))];
    }

    private Task<(Guid Whole, Guid Unit)> Places() => demo.Installed.InDatabase(async database =>
        ((await database.Municipalities.SingleAsync()).Id, (await database.Units.OrderBy(unit => unit.SortKey).FirstAsync()).Id));

    /// <summary>Sends as the operator; what is refused would count too little and fails.</summary>
    private async Task<IReadOnlyList<SentCommand>> Commands(object query)
    {
        using var log = SqlLog.Start();
        var outcome = await (Task<object>)GetType().GetMethod(nameof(Send), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(query.GetType().GetInterfaces().Single(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IQuery<>)).GetGenericArguments()).Invoke(this, [query])!;
        Assert.Equal("Done", outcome.GetType().Name[..4]);
        return [.. log.Sent];
    }

    private async Task<object> Send<T>(IQuery<T> query) => await demo.Installed.SendAs(InstallationSetup.Operator, query);

    private List<string> Scans(SentCommand sent)
    {
        var tables = Table().Matches(sent.Text).DistinctBy(match => match.Groups["alias"].Value).ToDictionary(match => match.Groups["alias"].Value, match => match.Groups["table"].Value);
        using var scope = demo.Installed.Services.CreateScope();
        var connection = (SqliteConnection)scope.ServiceProvider.GetRequiredService<DigiSamContext>().Database.GetDbConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sent.Text}";
        foreach (var (name, value) in sent.Parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        using var plan = command.ExecuteReader();
        var scans = new List<string>();
        while (plan.Read())
        {
            if (Scan().Match(plan.GetString(3)) is { Success: true } scan && LargeTables.Contains(tables.GetValueOrDefault(scan.Groups["alias"].Value)))
                scans.Add(plan.GetString(3));
        }

        return scans;
    }

    [GeneratedRegex(@"""(?<table>\w+)"" AS ""(?<alias>\w+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^SCAN (?<alias>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scan();
}
