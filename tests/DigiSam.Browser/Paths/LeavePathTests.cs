using System.Globalization;
using Microsoft.Playwright;

namespace DigiSam.Browser.Paths;

/// <summary>A head of school is on leave and someone stands in; HR states the terms of the schools.</summary>
public sealed class LeavePathTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    [Fact]
    public async Task The_stand_in_sees_what_waits_and_in_whose_stead_until_the_leave_is_ended()
    {
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await karin.Open("/");
        await karin.Follow("Ange ledighet och ersättare");
        await karin.Sees("Ledighet");
        await karin.Write("Första lediga dagen", Day(0));
        await karin.Write("Sista lediga dagen", Day(10));
        await karin.Select("Ersättare (valfritt)", "Samira Haddad");
        await karin.Look();
        await karin.Press("Spara ledigheten");
        await karin.Reads("Ersättare: Samira Haddad.");
        await karin.Look();

        var samira = await town.Enter(chromium, "Samira Haddad");
        await samira.Open("/");
        await Assertions.Expect(samira.Page.Locator(".roles li").Filter(new() { HasText = "i stället för Karin Lindahl" })).ToHaveCountAsync(1);
        await Assertions.Expect(samira.Waiting("Du gör det i stället för Karin Lindahl.").First).ToBeVisibleAsync();
        await samira.Look();

        await karin.Press("Ta bort ledigheten");
        await karin.IsTold("Ledigheten är borttagen.");
        await samira.Open("/");
        await Assertions.Expect(samira.Waiting("Du gör det i stället för Karin Lindahl.")).ToHaveCountAsync(0);
        karin.FoundNoFaults();
        samira.FoundNoFaults();
    }

    [Fact]
    public async Task Hr_states_a_leave_for_another_and_the_terms_of_the_schools()
    {
        var samira = await town.Enter(chromium, "Samira Haddad");
        await samira.Open("/ledighet");
        await samira.Follow("Ange ledighet för någon annan");
        await samira.Write("Sök efter en person", "karin lind");
        await samira.Press("Sök");
        await samira.Follow("Karin Lindahl");
        await samira.Sees("Ledighet för Karin Lindahl");
        await samira.Write("Första lediga dagen", Day(30));
        await samira.Write("Sista lediga dagen", Day(29));
        await samira.Press("Spara ledigheten");
        await samira.Reads("Ledigheten slutar före den börjar.");
        Assert.Equal(Day(30), await samira.Page.GetByLabel("Första lediga dagen").InputValueAsync());
        await samira.Look();
        await samira.Write("Sista lediga dagen", Day(31));
        await samira.Press("Spara ledigheten");
        await samira.Reads("Ingen ersättare. Påminnelser väntar till första arbetsdagen efter");
        await samira.Press("Ta bort ledigheten");
        await samira.Reads("Ledigheten är borttagen.");
        await samira.Write("Första lediga dagen", Day(-3));
        await samira.Write("Sista lediga dagen", Day(3));
        await samira.Press("Spara ledigheten");
        await samira.Press("Karin Lindahl är tillbaka i dag");
        await samira.Reads("Ledigheten är avslutad. Den sista lediga dagen var");

        await samira.Go("Processer");
        await samira.Follow("Läsår och lov: när skolorna påminns");
        var year = int.Parse(await samira.Page.Locator("select[name=startar]").InputValueAsync(), CultureInfo.InvariantCulture);
        await samira.Write("Höstterminen börjar", $"{year}-08-17");
        await samira.Write("Höstterminen slutar", $"{year}-12-18");
        await samira.Write("Vårterminen börjar", $"{year + 1}-01-11");
        await samira.Write("Vårterminen slutar", $"{year + 1}-06-11");
        await samira.Page.Locator("input[name=lov-0-namn]").FillAsync("Sportlov");
        await samira.Page.Locator("input[name=lov-0-fran]").FillAsync($"{year + 1}-02-22");
        await samira.Page.Locator("input[name=lov-0-till]").FillAsync($"{year + 1}-02-21");
        await samira.Press("Spara läsåret");
        await samira.Reads("Sportlov ligger inte inom en termin, eller slutar före det börjar.");
        Assert.Equal("Sportlov", await samira.Page.Locator("input[name=lov-0-namn]").First.InputValueAsync());
        await samira.Page.Locator("input[name=lov-0-till]").FillAsync($"{year + 1}-02-26");
        await samira.Press("Spara läsåret");
        await Assertions.Expect(samira.Page.Locator(".card dd").Filter(new() { HasText = $"22 februari {year + 1}–26 februari {year + 1}" })).ToBeVisibleAsync();
        await samira.Look();
        await samira.Press($"Ta bort läsåret {year}/{(year + 1) % 100:00}");
        await samira.Reads("Läsåret är borttaget.");
        samira.FoundNoFaults();
    }

    private static string Day(int days) => DateTime.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
