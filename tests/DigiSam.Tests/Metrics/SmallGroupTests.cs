using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Metrics;

/// <summary>Ten people or fewer: their figures are neither kept nor shown, and cannot be worked out from what is.</summary>
public sealed class SmallGroupTests
{
    private const string Header = "board,headcount,span,group,r12_2023_12,r12_2022_12,published_difference\n";

    /// <summary>Values that occur nowhere else in a database, as text and as the bytes of a number.</summary>
    private static readonly string[] Secrets = ["31.417281", "27.182837", "4.234444"];

    [Fact]
    public async Task The_values_of_ten_people_are_nowhere_in_the_database_file_and_those_of_eleven_are()
    {
        await using var installed = await ImportSample.Ready();
        await Import(installed, $"{Header}Socialnämnden,10,total,kvinnor,31.417281,27.182837,4.234444\nFörskolenämnden,11,total,kvinnor,14.142129,17.320547,\n");

        var bytes = DatabaseContents.BytesAfterCheckpoint(installed.Folder);
        Assert.All(Secrets, secret => Assert.False(Holds(bytes, secret)));
        Assert.True(Holds(bytes, "14.142129"));
        Assert.True(Holds(bytes, "17.320547"));
        var rows = await Values(installed);
        Assert.Equal(["True||", "True||"], rows.Where(row => row.Suppressed).Select(row => $"{row.Suppressed}|{row.Value}|{row.Headcount}"));
        Assert.Equal(2, rows.Count(row => row is { Suppressed: false, Headcount: 11 }));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", true)]
    [InlineData("10", true)]
    [InlineData("11", false)]
    [InlineData("1 000", false)]
    public async Task The_limit_is_ten(string headcount, bool hidden)
    {
        await using var installed = await ImportSample.Ready();
        await Import(installed, $"{Header}Socialnämnden,{headcount},total,alla,7.7,,\n");
        Assert.Equal(hidden, Assert.Single(await Values(installed)).Suppressed);
    }

    [Fact]
    public async Task A_position_group_of_ten_has_a_row_without_values_or_size()
    {
        await using var installed = await Installed.Create();
        await Import(installed, "position,headcount,share_women_percent,total_percent,short_1_14_percent,long_15_percent\nKock,10,71,31.417281,27.182837,4.234444\nVaktmästare,11,15,5,2,3\n");

        var bytes = DatabaseContents.BytesAfterCheckpoint(installed.Folder);
        Assert.All(Secrets, secret => Assert.False(Holds(bytes, secret)));
        var cells = await Table(installed, "sick-leave-by-position");
        Assert.Equal(["Vaktmästare|11|15|5,0|2,0|3,0", "Kock|–|–|–|–|–"], cells);
    }

    [Fact]
    public async Task A_group_that_became_small_in_a_corrected_file_is_not_shown_and_its_old_row_is_history()
    {
        await using var installed = await ImportSample.Ready();
        await Import(installed, $"{Header}Socialnämnden,11,total,alla,7.7,,\n");
        await Import(installed, $"{Header}Socialnämnden,10,total,alla,7.6,,\n");
        var holding = Assert.Single(await Values(installed), value => value.ReplacedById is null);
        Assert.True(holding is { Suppressed: true, Value: null, Headcount: null });
    }

    [Fact]
    public async Task A_people_figure_of_a_board_without_the_size_of_its_group_is_refused()
    {
        await using var installed = await ImportSample.Ready();
        foreach (var text in new[] { $"{Header}Socialnämnden,,total,alla,7.7,,\n", "board,span,group,r12_2023_12\nSocialnämnden,total,alla,7.7\n", "board,measure,r12_2023_12\nSocialnämnden,övertid timmar,70\n", "board,measure,published_value\nSocialnämnden,Antal rapporterade tillbud,7\n" })
        {
            var refused = await installed.Refused(new ImportPublishedValues(2024, "fil.csv", Encoding.UTF8.GetBytes(text), null, DryRun: false));
            Assert.Contains("behöver gruppens storlek i kolumnen headcount (antal)", Assert.Single(refused.Details), StringComparison.Ordinal);
        }

        Assert.Empty(await Values(installed));
    }

    [Fact]
    public async Task The_other_sex_and_one_more_board_are_hidden_in_every_document()
    {
        await using var installed = await ImportSample.Ready();
        await Import(installed, "board,headcount,measure,group,r12_2023_12\nExempelkommunen,,avgångar (externa) antal,alla,90\nExempelkommunen,,avgångar (externa) antal,kvinnor,60\nExempelkommunen,,avgångar (externa) antal,män,30\n"
            + Leavers("Förskolenämnden", 400, 41, 9, 3) + Leavers("Socialnämnden", 200, 19, 100, 17) + Leavers("Kommunstyrelsen", 80, 0, 50, 10));

        var texts = new Dictionary<string, string>();
        foreach (var board in new[] { "Förskolenämnden", "Socialnämnden", "Kommunstyrelsen" })
            texts[board] = (await Table(installed, "turnover", board))[3];
        Assert.Equal("Antal avgångar|44|uppgift saknas|uppgift saknas", texts["Förskolenämnden"]);
        var hidden = await installed.InDatabase(database => Task.FromResult(
            Disclosure.Hidden([.. database.MetricValues], Installed.Definitions.Metrics, database.Municipalities.Single().Id, [], new HashSet<HiddenPeriod>())));
        Assert.Equal(
            ["kvinnor Förskolenämnden", "kvinnor Kommunstyrelsen", "män Förskolenämnden", "män Kommunstyrelsen"],
            await installed.InDatabase(database => Task.FromResult(hidden.Select(key => $"{key.Group} {database.Places.Single(place => place.Id == key.PlaceId).Name}").Order(StringComparer.Ordinal).ToList())));
    }

    private static string Leavers(string board, int women, int womenLeft, int men, int menLeft) =>
        $"{board},{women + men},avgångar (externa) antal,alla,{womenLeft + menLeft}\n{board},{women},avgångar (externa) antal,kvinnor,{womenLeft}\n{board},{men},avgångar (externa) antal,män,{menLeft}\n";

    private static Task<ImportReport> Import(Installed installed, string text) => installed.Do(new ImportPublishedValues(2024, "fil.csv", Encoding.UTF8.GetBytes(text), null, DryRun: false));

    private static Task<List<MetricValue>> Values(Installed installed) => installed.InDatabase(database => Task.FromResult(database.MetricValues.ToList()));

    private static async Task<List<string>> Table(Installed installed, string key, string? board = null)
    {
        var report = await installed.Do(new BuildAnnualReport(2024, board is null ? null : await installed.BoardId(board)));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, Encoding.UTF8.GetString(AnnualReportJson.Write(report)), StringComparison.Ordinal));
        TableContent table = Assert.Single(report.Sections.SelectMany(section => section.Tables), table => table.Key == key);
        return [.. table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text).Prepend(row.Label)))];
    }

    /// <summary>A value in a database is text, or the eight bytes of a number.</summary>
    private static bool Holds(byte[] bytes, string value)
    {
        var number = BitConverter.GetBytes(double.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(value)) >= 0 || bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(value.Replace('.', ','))) >= 0
            || bytes.AsSpan().IndexOf(number) >= 0 || bytes.AsSpan().IndexOf(number.AsEnumerable().Reverse().ToArray()) >= 0;
    }
}
