using System.Globalization;
using System.Text;
using DigiSam.AnnualReports;
using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Organisation;

/// <summary>Later files of the organisation: what changes needs a day, and the day must fit what holds already.</summary>
public sealed class OrganisationImportTests
{
    private const string Header = "administration_code,administration,board,board_aliases,unit_code,unit\n";

    private const string First = $"{Header}BUF,Barn- och utbildningsförvaltningen,Förskolenämnden,Barnnämnden,F1,Åkern\nSOF,Socialförvaltningen,Socialnämnden,,S1,Ängen\n";

    [Theory]
    [InlineData("BUF,Utbildningsförvaltningen,Förskolenämnden,,F1,Åkern", "heter Barn- och utbildningsförvaltningen i DigiSam")]
    [InlineData("BUF,Barn- och utbildningsförvaltningen,Förskolenämnden,,F1,Åkerns förskola", "heter Åkern i DigiSam")]
    [InlineData("SOF,Socialförvaltningen,Socialnämnden,,F1,Åkern", "hör till Socialförvaltningen och Socialnämnden i filen men till Barn- och utbildningsförvaltningen och Förskolenämnden i DigiSam")]
    [InlineData("SOF,Socialförvaltningen,Omsorgsnämnden,,,", "nämnden Omsorgsnämnden är ny")]
    [InlineData("SOF,Socialförvaltningen,Socialnämnden,,S2,Lunden", "enheten Lunden är ny")]
    [InlineData("KSF,Kommunstyrelsens förvaltning,Socialnämnden,,,", "förvaltningen Kommunstyrelsens förvaltning är ny")]
    public async Task What_changes_needs_the_day_it_holds_from(string row, string reason)
    {
        await using var installed = await WithFirst();
        var before = DatabaseContents.Read(installed);

        var refused = await installed.Refused(Import($"{Header}{row}\n", null));

        Assert.Contains(reason, Assert.Single(refused.Details), StringComparison.Ordinal);
        Assert.StartsWith("rad 2: ", refused.Details[0], StringComparison.Ordinal);
        Assert.Contains("--valid-from", refused.Details[0], StringComparison.Ordinal);
        Assert.Equal(before, DatabaseContents.Read(installed));
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2025-06-30")]
    [InlineData("0001-01-01")]
    public async Task A_change_on_or_before_the_day_that_the_last_one_held_from_is_refused(string day)
    {
        await using var installed = await WithFirst();
        await installed.Do(Import($"{Header}BUF,Utbildningsförvaltningen,Förskolenämnden,,F1,Åkerns förskola\n", new DateOnly(2026, 1, 1)));
        var before = DatabaseContents.Read(installed);

        var refused = await installed.Refused(Import($"{Header}BUF,Skolförvaltningen,Förskolenämnden,,F1,Åkerns skola\n", DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

        Assert.Contains("gäller från och med 2026-01-01", refused.Details[0], StringComparison.Ordinal);
        Assert.Equal(before, DatabaseContents.Read(installed));
    }

    [Fact]
    public async Task A_change_from_the_beginning_of_time_is_refused()
    {
        await using var installed = await WithFirst();
        var refused = await installed.Refused(Import($"{Header}SOF,Omsorgsförvaltningen,Socialnämnden,,F1,Åkern\n", DateOnly.MinValue));
        Assert.Contains("tidernas början", Assert.Single(refused.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_got_another_name_is_there_twice_one_after_the_other()
    {
        await using var installed = await WithFirst();
        await installed.Do(Import($"{Header}BUF,Utbildningsförvaltningen,Förskolenämnden,,F1,Åkern\n", new DateOnly(2026, 1, 1)));

        var names = await installed.InDatabase(database => Task.FromResult(database.Administrations.Where(place => place.Code == "BUF").OrderBy(place => place.ValidFrom)
            .Select(place => $"{place.Name} {place.ValidFrom:yyyy-MM-dd} {place.ValidTo:yyyy-MM-dd}").ToList()));
        Assert.Equal(["Barn- och utbildningsförvaltningen 0001-01-01 2025-12-31", "Utbildningsförvaltningen 2026-01-01 9999-12-31"], names);
        Assert.DoesNotContain(await installed.Do(new CheckInstallation()), finding => finding.Severity == FindingSeverity.Fault);
    }

    [Fact]
    public async Task No_place_or_link_ends_before_it_begins_whatever_is_changed()
    {
        await using var installed = await WithFirst();
        var (random, done) = (new Random(7), 0);
        foreach (var round in Enumerable.Range(0, 40))
        {
            var (code, board, unit) = (random.Next(2) == 0 ? "BUF" : "SOF", random.Next(2) == 0 ? "Förskolenämnden" : "Socialnämnden", random.Next(2) == 0 ? "F1" : "S1");
            var outcome = await installed.Send(Import($"{Header}{code},Förvaltning {random.Next(3)},{board},,{unit},Enhet {random.Next(3)}\n", new DateOnly(2024, 1, 1).AddDays(random.Next(60) * 10)));
            done += outcome is Outcome<ImportReport>.Done ? 1 : 0;
        }

        Assert.InRange(done, 3, 39);
        Assert.Empty(await installed.InDatabase(database => Task.FromResult(database.Places.Where(place => place.ValidTo < place.ValidFrom).Select(place => place.Name).ToList())));
        Assert.Empty(await installed.InDatabase(database => Task.FromResult(database.PlaceLinks.Where(link => link.ValidTo < link.ValidFrom).Select(link => $"{link.ValidFrom}").ToList())));
        Assert.DoesNotContain(await installed.Do(new CheckInstallation()), finding => finding.Severity == FindingSeverity.Fault);
    }

    [Fact]
    public async Task Two_names_for_one_code_are_refused_with_both_lines()
    {
        await using var installed = await Installed.Create();
        var refused = await installed.Refused(Import($"{Header}SOF,Socialförvaltningen,Socialnämnden,,,\nSOF,Sociala förvaltningen,Kulturnämnden,,,\n", new DateOnly(2026, 1, 1)));
        Assert.Equal("rad 3: koden SOF heter Socialförvaltningen på rad 2 och Sociala förvaltningen här", Assert.Single(refused.Details));
    }

    [Fact]
    public async Task Another_name_that_a_board_has_already_is_refused()
    {
        await using var installed = await Installed.Create();
        var refused = await installed.Refused(Import($"{Header}SOF,Socialförvaltningen,Socialnämnden,,,\nKUF,Kulturförvaltningen,Kulturnämnden,socialnämnden,,\n", null));
        Assert.Equal("rad 3: \"socialnämnden\" står i board_aliases för Kulturnämnden men är en egen nämnd på rad 2; ta bort det ena", Assert.Single(refused.Details));
    }

    [Fact]
    public async Task Boards_are_unknown_with_advice_before_there_is_an_organisation()
    {
        await using var installed = await Installed.Create();
        var refused = await installed.Refused(new ImportAnswers(2024, "svar.csv", Encoding.UTF8.GetBytes("board,question,answer\nSocialnämnden,Har skyddsombud medverkat?,Ja\n"), DryRun: false));
        Assert.Contains("Ingen organisation är importerad", Assert.Single(refused.Details), StringComparison.Ordinal);
    }

    private static async Task<Installed> WithFirst()
    {
        var installed = await Installed.Create();
        await installed.Do(Import(First, null));
        return installed;
    }

    private static ImportOrganisation Import(string text, DateOnly? from) => new("organisation.csv", Encoding.UTF8.GetBytes(text), from, DryRun: false);
}
