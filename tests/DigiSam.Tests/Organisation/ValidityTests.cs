using DigiSam.Imports;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Organisation;

/// <summary>Nothing ends before it begins, and a file holds only what the columns hold.</summary>
public sealed class ValidityTests
{
    private const string Header = "administration_code;administration;board;board_aliases;unit_code;unit\n";

    private const string Before = Header + "SOF;Socialförvaltningen;Socialnämnden;;E1;Boendet\n";

    private static readonly DateOnly Day = new(2025, 1, 1);

    [Theory]
    [InlineData("Omsorgsförvaltningen;Socialnämnden;;E1;Boendet", "förvaltningen Socialförvaltningen")]
    [InlineData("Socialförvaltningen;Omsorgsnämnden;Socialnämnden;E1;Boendet", "nämnden Socialnämnden")]
    [InlineData("Socialförvaltningen;Socialnämnden;;E1;Ekbacken", "enheten Boendet")]
    public async Task A_successor_begins_after_its_predecessor(string row, string place)
    {
        await using var installed = await Installed.Create();
        await installed.Do(StoredOrganisation.Import(Before, Day));
        foreach (var day in new[] { Day, Day.AddDays(-1), DateOnly.MinValue })
        {
            var refused = await installed.Refused(StoredOrganisation.Import($"{Header}SOF;{row}\n", day));
            Assert.Contains($"rad 2: {place} gäller från och med 2025-01-01; dagen det gäller från (--valid-from) är {day:yyyy-MM-dd} och ska vara 2025-01-02 eller senare", refused.Details);
        }

        await installed.Do(StoredOrganisation.Import($"{Header}SOF;{row}\n", Day.AddDays(1)));
        Assert.All((await StoredOrganisation.Read(installed)).Places, stored => Assert.True(stored.ValidFrom <= stored.ValidTo));
    }

    [Fact]
    public async Task What_has_been_since_ever_does_not_change_its_name_on_the_first_of_all_days()
    {
        await using var installed = await Installed.Create();
        await installed.Do(StoredOrganisation.Import(Before));
        var refused = await installed.Refused(StoredOrganisation.Import(Before.Replace("Socialförvaltningen", "Omsorgsförvaltningen", StringComparison.Ordinal), DateOnly.MinValue));
        Assert.Contains("rad 2: förvaltningen Socialförvaltningen gäller från tidernas början; dagen det gäller från (--valid-from) är 0001-01-01 och ska vara 0001-01-02 eller senare", Assert.Single(refused.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_of_all_days_means_until_further_notice_and_is_no_first_day()
    {
        await using var installed = await Installed.Create();
        Assert.IsType<Outcome<ImportReport>.Invalid>(await installed.Send(StoredOrganisation.Import(Before, DateOnly.MaxValue)));
    }

    [Fact]
    public void A_place_and_a_link_end_on_their_first_day_or_later()
    {
        var (old, board) = (new Board("Socialnämnden", Day), new Board("Omsorgsnämnden", Day));
        var link = new PlaceLink(PlaceLinkKind.Contains, board.Id, old.Id, Day);
        Assert.Throws<PlaceEndsBeforeItBegins>(() => board.End(Day.AddDays(-1)));
        Assert.Throws<PlaceEndsBeforeItBegins>(() => board.Continue(old));
        Assert.Throws<PlaceLinkEndsBeforeItBegins>(() => link.End(Day.AddDays(-1)));
        board.End(Day);
        link.End(Day);
        Assert.Equal((Day, Day), (board.ValidTo, link.ValidTo));
    }

    [Theory]
    [InlineData(40, 200, true)]
    [InlineData(41, 200, false)]
    [InlineData(40, 201, false)]
    public async Task Codes_and_names_are_as_long_as_their_columns(int code, int name, bool fits)
    {
        await using var installed = await Installed.Create();
        var names = string.Join(';', Enumerable.Range(0, 3).Select(_ => new string('n', name)));
        var file = StoredOrganisation.Import($"administration_code;administration;board;unit;unit_code\n{new string('k', code)};{names};{new string('e', code)}\n");
        if (fits)
            Assert.Equal(3, (await installed.Do(file)).Added);
        else
            Assert.All((await installed.Refused(file)).Details, fault => Assert.EndsWith(code > 40 ? "är längre än 40 tecken" : "är längre än 200 tecken", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spellings_of_a_name_in_one_file_are_one_name()
    {
        await using var installed = await Installed.Create();
        var report = await installed.Do(StoredOrganisation.Import(Before + "SOF;socialförvaltningen;Äldrenämnden;;E1;BOENDET\n"));
        Assert.Equal(4, report.Added);
    }
}
