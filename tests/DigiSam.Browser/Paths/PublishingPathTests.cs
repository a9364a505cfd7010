using System.Globalization;
using System.Text;
using DigiSam.Browser.Accessibility;
using Microsoft.Playwright;

namespace DigiSam.Browser.Paths;

/// <summary>A checklist from a file on Samira's computer, by Marika's word, to a round of Karin's.</summary>
public sealed class PublishingPathTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    private const string Title = "Brand <b>och</b> utrymning";

    [Fact]
    public async Task A_new_checklist_is_read_in_consulted_about_published_and_held()
    {
        var samira = await town.Enter(chromium, "Samira Haddad");
        await samira.Go("Checklistor");
        await samira.Follow("Läs in en ny checklista");
        await samira.Look(thoroughly: true);
        await Choose(samira, Yaml("Är vägen ut fri"));
        await samira.Press("Läs in som utkast");
        await samira.Reads("Filen har fel och är inte sparad.");
        await samira.Reads("Rad 12, frågan vagen-ut-fri: frågan \"Är vägen ut fri\" ska sluta med frågetecken");
        await samira.Look();
        await Choose(samira, Yaml("Är vägen ut fri?"));
        await samira.Press("Läs in som utkast");
        await samira.Sees(Title);
        await samira.Look(thoroughly: true);
        await samira.Follow("Läs utkastet som det kommer att se ut");
        await samira.Reads("Är vägen ut fri?");
        await samira.Look(thoroughly: true);
        await samira.Page.Locator(".up a").ClickAsync();
        await samira.Press("Skicka för samråd");
        await samira.IsTold("Utkastet är skickat för samråd. Du får veta när svar har kommit.");
        await samira.Reads("Marika Svärd har inte svarat än.");
        Assert.Equal(0, await samira.Page.GetByRole(AriaRole.Button, new() { Name = "Publicera version 1" }).CountAsync());
        await samira.Look();

        var marika = await town.Enter(chromium, "Marika Svärd");
        await marika.Waiting("Läs utkastet till checklistan Brand").GetByRole(AriaRole.Link).ClickAsync();
        await marika.Sees(Title);
        await marika.Press("Skicka synpunkterna");
        await marika.Reads("Skriv vad du tycker, eller svara att du inte har några synpunkter.");
        await marika.Write("Dina synpunkter", "Fråga också om <i>rullstol</i>.");
        await marika.Press("Skicka synpunkterna");
        await marika.IsTold("Dina synpunkter är skickade.");
        await marika.Reads("Fråga också om <i>rullstol</i>.");
        await marika.Look(thoroughly: true);
        Assert.Equal(0, await marika.Main.GetByRole(AriaRole.Button).CountAsync());

        await samira.Go("Översikt");
        await samira.Waiting("Samrådet om checklistan Brand").GetByRole(AriaRole.Link).ClickAsync();
        await samira.Reads("Fråga också om <i>rullstol</i>.");
        await samira.Press("Publicera version 1");
        await samira.Reads("Version 1 gäller");
        await samira.Look();
        await samira.Follow("Så har det gått, och vad som händer härnäst");
        await samira.Reads("Från Samrådet är besvarat till Publicerad");
        await samira.Look();

        var karin = await town.Enter(chromium, "Karin Lindahl");
        await karin.Go("Checklistor");
        await karin.Follow(Title);
        Assert.Equal(0, await karin.Main.GetByRole(AriaRole.Button).CountAsync());
        Assert.Equal(0, await karin.Main.GetByText("rullstol").CountAsync());
        await karin.Look();
        await karin.Follow("Planera en rond med den");
        await karin.Write("Vilken dag?", DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await karin.Press("Planera ronden");
        await karin.Sees(Title);
        await karin.Look();
        samira.FoundNoFaults();
        marika.FoundNoFaults();
        karin.FoundNoFaults();
    }

    [Fact]
    public async Task A_review_is_noted_and_a_checklist_goes_out_of_use_and_back_by_the_keyboard_alone()
    {
        var samira = await Keyboard.Of(chromium, town, "Samira Haddad");
        await samira.Open("Checklistor", "Checklistor");
        await samira.Open("Fysisk arbetsmiljö", "Fysisk arbetsmiljö");
        await samira.Press("Översynen är gjord", kind: "SUMMARY");
        await samira.Visitor.Look();
        await samira.Choose("Inget behöver ändras", "Inget behöver ändras");
        await samira.Write("Vad gick ni igenom, och vad kom ni fram till?", "Alla frågor. De stämmer.");
        await samira.Send("Anteckna översynen", "Översynen är antecknad. Nästa är om ett år.");
        await samira.Visitor.Reads("Alla frågor. De stämmer.");
        await samira.Press("Ta checklistan ur bruk", kind: "SUMMARY");
        await samira.Write("Varför tas den ur bruk?", "Vi prövar en annan.");
        await samira.Send("Ta ur bruk", "Checklistan är ur bruk. Den kan inte väljas för nya ronder.");
        await samira.Visitor.Look(thoroughly: true);
        await samira.Send("Ta checklistan i bruk igen", "Checklistan är i bruk igen.");
        await samira.Visitor.Reads("Version 1 gäller");
        samira.Visitor.FoundNoFaults();
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_in_words()
    {
        var samira = await town.Enter(chromium, "Samira Haddad");
        await samira.Open("/checklistor/ny");
        await Choose(samira, new byte[10 * 1024 * 1024]);
        await samira.Press("Läs in som utkast");
        await samira.Reads("Filen är större än 1 MB.");
        samira.FoundNoFaults();
    }

    private static Task Choose(Visitor visitor, byte[] content) =>
        visitor.Page.GetByLabel("Fil med checklistan (YAML, högst 1 MB)").SetInputFilesAsync(new FilePayload { Name = "brand.yaml", MimeType = "application/yaml", Buffer = content });

    private static byte[] Yaml(string question) => Encoding.UTF8.GetBytes(
        $"""
        format: 1
        kind: checklist
        key: brand-och-utrymning
        version: 1
        title: "{Title}"
        purpose: "Ni tar reda på om alla kommer ut."
        minutes: 20
        sections:
          - key: vagen-ut
            title: Vägen ut
            questions:
              - key: vagen-ut-fri
                text: "{question}"
                help: "Gå den hela vägen."
                category: emergency
                provisions: [afs-2023-1-11]
        """);
}
