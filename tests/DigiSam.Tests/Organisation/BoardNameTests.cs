using DigiSam.Organisation;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Organisation;

/// <summary>A board's names: the new one, the old ones, and those that are taken.</summary>
public sealed class BoardNameTests : IAsyncLifetime
{
    private const string Header = "administration_code;administration;board;board_aliases;unit_code;unit\n";

    private const string Before = Header + """
        SOF;Socialförvaltningen;Socialnämnden;SN;E1;Boendet
        KUF;Kulturförvaltningen;Kulturnämnden;;E2;Biblioteket
        """;

    private const string Renamed = Header + "SOF;Socialförvaltningen;Omsorgsnämnden;Socialnämnden;E1;Boendet\n";

    private static readonly DateOnly Day = new(2025, 1, 1);

    private Installed _installed = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        await _installed.Do(StoredOrganisation.Import(Before));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task A_board_whose_old_name_is_an_alias_in_the_file_gets_a_successor_from_the_day()
    {
        var report = await _installed.Do(StoredOrganisation.Import(Renamed, Day));
        Assert.Equal((0, 1), (report.Added, report.Replaced));
        Assert.Contains(report.Warnings, note => note.Reason == "Socialnämnden heter Omsorgsnämnden från och med 2025-01-01");

        var stored = await StoredOrganisation.Read(_installed);
        var (old, board) = (stored.Named("Socialnämnden", Day.AddDays(-1)), stored.Named("Omsorgsnämnden", Day));
        Assert.Equal((Day.AddDays(-1), Day, old.Id), (old.ValidTo, board.ValidFrom, board.PredecessorId!.Value));
        Assert.Equal(["SN", "Socialnämnden"], stored.AliasesOf(board));
        Assert.Equal(["Socialförvaltningen", "Socialnämnden"], stored.Above("Boendet", Day.AddDays(-1)));
        Assert.Equal(["Omsorgsnämnden", "Socialförvaltningen"], stored.Above("Boendet", Day));
        Assert.Equal(["Socialförvaltningen"], stored.Serving("Omsorgsnämnden", Day));
        Assert.Equal(board.Id, await _installed.Do(new FindBoard("SN", 2026)));
    }

    [Fact]
    public async Task A_new_name_without_a_day_is_a_fault_on_the_row_that_says_what_to_give()
    {
        var refused = await Refused(Renamed, null);
        Assert.Equal(["rad 2: nämnden Socialnämnden heter Omsorgsnämnden i filen; ange dagen det gäller från (--valid-from)"], refused);
    }

    [Fact]
    public async Task A_board_can_take_its_old_name_back()
    {
        await _installed.Do(StoredOrganisation.Import(Renamed, Day));
        await _installed.Do(StoredOrganisation.Import(Header + "SOF;Socialförvaltningen;Socialnämnden;Omsorgsnämnden;E1;Boendet\n", Day.AddYears(1)));
        var stored = await StoredOrganisation.Read(_installed);
        Assert.Equal(["Omsorgsnämnden", "SN"], stored.AliasesOf(stored.Named("Socialnämnden", Day.AddYears(1))));
        Assert.Equal(["Socialförvaltningen", "Socialnämnden"], stored.Above("Boendet", Day.AddYears(1)));
    }

    [Fact]
    public async Task A_board_left_out_when_another_is_added_may_have_changed_its_name_and_can_be_told_so_afterwards()
    {
        var added = await _installed.Do(StoredOrganisation.Import(Renamed.Replace(";Socialnämnden;", ";;", StringComparison.Ordinal), Day));
        Assert.Contains(added.Warnings, note => note.Reason == "Socialnämnden finns i DigiSam men inte i filen och lämnas som den är. Har den bytt namn? Skriv det gamla namnet i board_aliases och ange --valid-from.");
        Assert.Contains(added.Warnings, note => note.Reason == "Biblioteket finns i DigiSam men inte i filen och lämnas som den är");

        Assert.Contains("--valid-from 2025-01-01", Assert.Single(await Refused(Renamed, Day.AddDays(9))), StringComparison.Ordinal);
        await _installed.Do(StoredOrganisation.Import(Renamed, Day));
        var stored = await StoredOrganisation.Read(_installed);
        var (old, board) = (stored.Named("Socialnämnden", Day.AddDays(-1)), stored.Named("Omsorgsnämnden", Day));
        Assert.Equal((Day.AddDays(-1), old.Id), (old.ValidTo, board.PredecessorId!.Value));
        Assert.DoesNotContain(stored.Places, place => place.Name == "Socialnämnden" && place.IsCurrent);
    }

    [Fact]
    public async Task Two_boards_cannot_both_get_the_same_new_name()
    {
        var fault = Assert.Single(await Refused(Header + "SOF;Socialförvaltningen;Nya nämnden;Socialnämnden|Kulturnämnden;;\n", Day));
        Assert.StartsWith("rad 2: Kulturnämnden och Socialnämnden är flera nämnder i DigiSam", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_boards_alias_is_refused_with_what_to_do()
    {
        var fault = Assert.Single(await Refused(Header + "KUF;Kulturförvaltningen;Kulturnämnden;SN;;\n", Day));
        Assert.Equal("rad 2: namnet \"SN\" används redan för Socialnämnden; ta bort det ur board_aliases. Är Kulturnämnden det nya namnet på Socialnämnden, skriv \"Socialnämnden\" i board_aliases", fault);
    }

    [Fact]
    public async Task A_row_that_uses_a_boards_other_name_beside_its_own_is_pointed_out()
    {
        var report = await _installed.Do(StoredOrganisation.Import(Header + "SOF;Socialförvaltningen;Socialnämnden;;;\nKUF;Kulturförvaltningen;SN;;;\n", Day));
        Assert.Contains(report.Warnings, note => note.ToString() == "rad 3: \"SN\" är ett annat namn för Socialnämnden och blir ingen egen nämnd");
    }

    [Theory]
    [InlineData("A;Ett;Nämnd A;Nämnd B;;\nA;Ett;Nämnd B;;;\n", "rad 2: \"Nämnd B\" står i board_aliases för Nämnd A men är en egen nämnd på rad 3; ta bort det ena")]
    [InlineData("A;Ett;Nämnd B;;;\nA;Ett;Nämnd A;nämnd  b;;\n", "rad 3: \"nämnd  b\" står i board_aliases för Nämnd A men är en egen nämnd på rad 2; ta bort det ena")]
    [InlineData("A;Ett;Nämnd A;NB;;\nA;Ett;Nämnd B;nb;;\n", "rad 3: \"nb\" står i board_aliases för Nämnd A på rad 2 och för Nämnd B här; ett namn är en nämnds")]
    public async Task An_alias_that_is_another_board_of_the_file_is_a_fault(string rows, string fault)
    {
        await using var empty = await Installed.Create();
        Assert.Equal([fault], (await empty.Refused(StoredOrganisation.Import(Header + rows))).Details);
    }

    [Fact]
    public async Task A_file_that_only_adds_names_says_so()
    {
        var report = await _installed.Do(StoredOrganisation.Import(Header + "SOF;Socialförvaltningen;Socialnämnden;Soc|Socialen;;\n"));
        Assert.False(report.AlreadyImported);
        Assert.Equal(0, report.Unchanged);
        Assert.Equal("Nya namn för Socialnämnden: Soc, Socialen", report.Warnings[0].ToString());
    }

    [Fact]
    public async Task A_name_that_differs_in_case_and_spacing_alone_is_no_new_name()
    {
        var report = await _installed.Do(StoredOrganisation.Import(Header + "SOF;SOCIALFÖRVALTNINGEN;socialnämnden;sn;E1;Boendet\nKUF;Kulturförvaltningen;Kulturnämnden;;E2;\u00A0 biblioteket\n"));
        Assert.True(report.AlreadyImported);
    }

    private async Task<IReadOnlyList<string>> Refused(string text, DateOnly? from)
    {
        var refused = await _installed.Refused(StoredOrganisation.Import(text, from));
        return refused.Details;
    }
}
