using System.Globalization;
using System.Text.RegularExpressions;
using DigiSam.AnnualReports.Checking;
using DigiSam.AnnualReports.Life;
using DigiSam.Checklists.Life;
using DigiSam.Installation;
using DigiSam.Measures;
using DigiSam.Observations;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.Risks;
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

    /// <summary>A report is put together anew from everything it tells of, each read once; a year's steps say what is missing, each for itself; a document has a place's figures, those above and the series.</summary>
    private static readonly Dictionary<Type, int> Most = new() { [typeof(ReadReport)] = 61, [typeof(CheckReport)] = 61, [typeof(ReadSamYear)] = 26, [typeof(DigiSam.SickLeave.Documents.DownloadBriefing)] = 30 };

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
            var (inAll, inOne, most) = ((await Commands(large)).Count, (await Commands(small)).Count, Most.GetValueOrDefault(large.GetType(), MostCommands));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{large.GetType().Name,-22} {inAll,3} for the municipality, {inOne,3} for a unit"));
            Assert.True(inAll <= Math.Min(inOne + 3, most), $"{large}: {inAll} commands, {inOne} for a unit");
        }

        foreach (var query in await AboutOne())
        {
            var count = (await Commands(query)).Count;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{query.GetType().Name,-22} {count,3}"));
            Assert.True(count <= Most.GetValueOrDefault(query.GetType(), MostCommands), $"{query}: {count} commands");
        }
    }

    /// <summary>The observations of a municipality are turned by page number, and therefore counted: in the narrowest index there is. So are the processes of each version, on a page that HR opens now and then.</summary>
    [Fact]
    public async Task No_query_of_a_page_reads_a_large_table_from_end_to_end()
    {
        var scans = new List<string>();
        var pages = await OtherPages();
        Assert.True(pages.Count >= 20, $"{pages.Count} pages");
        foreach (var query in (await Everything()).Concat(pages))
        {
            foreach (var command in (await Commands(query)).Where(command => query is not (ListObservations or ListProcessVersions) || !IsCount(command)))
                scans.AddRange(Scans(command).Select(scan => $"{query.GetType().Name}: {scan}\n{command.Text}"));
        }

        Assert.True(scans.Count == 0, string.Join("\n\n", scans.Distinct()));
    }

    [Fact]
    public void A_command_that_reads_a_large_table_from_end_to_end_is_found() =>
        Assert.Single(Scans(new SentCommand("SELECT \"r\".\"Id\" FROM \"Risks\" AS \"r\" WHERE \"r\".\"Description\" = @p", [("@p", "x")])));

    [Fact]
    public void A_count_of_a_whole_large_table_is_found() =>
        Assert.Single(Scans(new SentCommand("SELECT COUNT(*)\nFROM \"Risks\" AS \"r\"", [])));

    [Fact]
    public void A_command_that_looks_through_all_open_risks_for_each_row_is_found() =>
        Assert.Single(Scans(new SentCommand(
            """
            SELECT (SELECT MAX("r"."Value") FROM "Risks" AS "r" WHERE "r"."Status" = 'Open' AND EXISTS (SELECT 1 FROM "MeasureRisk" AS "s" WHERE "s"."MeasureId" = "m"."Id" AND "s"."RiskId" = "r"."Id"))
            FROM "Measures" AS "m" WHERE "m"."Id" = @p
            """,
            [("@p", "x")])));

    [Theory, InlineData(RiskSort.Title), InlineData(RiskSort.Unit), InlineData(RiskSort.Found), InlineData(RiskSort.Value)]
    public async Task No_order_of_the_register_sorts_all_its_rows(RiskSort sort)
    {
        foreach (var filter in (RiskFilter[])[new(), new(Status: null)])
            Assert.Equal([], (await Commands(new ListRisks((await Places()).Whole, filter, sort))).Where(Sorts).Select(command => command.Text));
    }

    [Theory, InlineData(MeasureSort.Title), InlineData(MeasureSort.Unit), InlineData(MeasureSort.Due)]
    public async Task No_order_of_the_measures_sorts_all_their_rows(MeasureSort sort)
    {
        foreach (var filter in (MeasureFilter[])[new(MeasureStatus.Planned), new()])
            Assert.Equal([], (await Commands(new ListMeasures((await Places()).Whole, filter, sort))).Where(Sorts).Select(command => command.Text));
    }

    [Fact]
    public async Task Another_page_of_a_long_list_is_searched_for_in_its_index_from_where_the_one_before_ended()
    {
        foreach (var page in await OtherPages())
            Assert.Contains(await Commands(page), sent => sent.Text.Contains("LIMIT", StringComparison.Ordinal) && Plan(sent).Exists(step => step.Text.EndsWith("<?)", StringComparison.Ordinal) || step.Text.EndsWith(">?)", StringComparison.Ordinal)));
    }

    private static bool IsQuery(Type request) =>
        Array.Exists(request.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IQuery<>));

    private async Task<IReadOnlyList<object>> Everything()
    {
        var (whole, unit) = await Places();
        return [.. EveryQuery.About(whole, Year), .. EveryQuery.About(unit, Year), .. await AboutOne()];
    }

    // Reports have their processes from the first start of a host on, and checklists are being written when someone does.
    private async Task<IReadOnlyList<object>> AboutOne() =>
        await demo.Installed.SendAs(InstallationSetup.Timekeeper, new StartMissingProcesses()) is null
            || await demo.Installed.Do(new StartNextVersion(new Guid("0198a000-0000-7000-8000-0000000000d1"), "hot-och-vald")) is null ? [] : await demo.Installed.InDatabase(database => EveryQuery.AboutOne(database, Year));

    /// <summary>The second page of each long list of the municipality, and the way back from the third.</summary>
    private async Task<IReadOnlyList<object>> OtherPages()
    {
        var pages = new List<object>();
        foreach (var list in EveryQuery.About((await Places()).Whole, Year))
        {
            if (list is ListRisks risks)
                await Turn(async mark => (await demo.Installed.Do(risks with { From = mark })) is var page ? (page.Next, page.Previous) : default, mark => risks with { From = mark });
            else if (list is ListMeasures measures)
                await Turn(async mark => (await demo.Installed.Do(measures with { From = mark })).Page is var page ? (page.Next, page.Previous) : default, mark => measures with { From = mark });
        }

        return pages;

        async Task Turn(Func<string?, Task<(string? Next, string? Previous)>> read, Func<string, object> at)
        {
            if ((await read(null)).Next is not { } second)
                return;
            pages.Add(at(second));
            if ((await read(second)).Next is { } third && (await read(third)).Previous is { } back)
                pages.Add(at(back));
        }
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

    /// <summary>The steps of the command's plan that read a large table from end to end.</summary>
    private List<string> Scans(SentCommand sent)
    {
        var tables = Table().Matches(sent.Text).DistinctBy(match => match.Groups["alias"].Value).ToDictionary(match => match.Groups["alias"].Value, match => match.Groups["table"].Value);
        var plan = Plan(sent);

        // An index that is read in its order, for a page of rows or a count with an end, is left when there are enough.
        var ends = sent.Text.Contains("LIMIT", StringComparison.Ordinal) && !plan.Exists(step => step.Text.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal));
        return [.. plan.Where(step => IsLarge(Scan().Match(step.Text)) && !(ends && step.Text.Contains(" USING ", StringComparison.Ordinal))
            || IsLarge(SearchOfHalf().Match(step.Text)) && IsForEachRow(step.Parent)).Select(step => step.Text)];

        // A count alone is told of by the table's own name.
        bool IsLarge(Match match) => match.Success && LargeTables.Contains(tables.GetValueOrDefault(match.Groups["alias"].Value, match.Groups["alias"].Value));

        // A subquery that depends on a row is run for each row.
        bool IsForEachRow(int step) => plan.Find(above => above.Id == step) is { Text: { } text, Parent: var parent } && (text.StartsWith("CORRELATED", StringComparison.Ordinal) || IsForEachRow(parent));
    }

    /// <summary>Whether a page of rows is found by sorting more than the rows of a unit.</summary>
    private bool Sorts(SentCommand sent) => sent.Text.Contains("ORDER BY", StringComparison.Ordinal) && Plan(sent).Exists(step => step.Text == "USE TEMP B-TREE FOR ORDER BY");

    private static bool IsCount(SentCommand sent) =>
        sent.Text.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal) || sent.Text.Contains("COUNT(*) AS \"Count\"", StringComparison.Ordinal);

    private List<(int Id, int Parent, string Text)> Plan(SentCommand sent)
    {
        using var scope = demo.Installed.Services.CreateScope();
        var connection = (SqliteConnection)scope.ServiceProvider.GetRequiredService<DigiSamContext>().Database.GetDbConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sent.Text}";
        foreach (var (name, value) in sent.Parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        using var plan = command.ExecuteReader();
        var steps = new List<(int, int, string)>();
        while (plan.Read())
            steps.Add((plan.GetInt32(0), plan.GetInt32(1), plan.GetString(3)));
        return steps;
    }

    [GeneratedRegex(@"""(?<table>\w+)"" AS ""(?<alias>\w+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^SCAN (?<alias>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scan();

    /// <summary>A search by nothing but what half of the rows have in common.</summary>
    [GeneratedRegex(@"^SEARCH (?<alias>\w+) USING .*\(Status=\?\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SearchOfHalf();
}
