using Microsoft.Playwright;

namespace DigiSam.Browser;

public sealed class SignInTests(Chromium chromium, HostWithPeople host) : IClassFixture<HostWithPeople>
{
    [Fact]
    public async Task Someone_signs_in_sees_the_overview_and_signs_out_with_the_keyboard_alone()
    {
        var page = await chromium.NewPage();
        await host.Open(page, "/logga-in");

        await TabTo(page, "anvandarnamn");
        await page.Keyboard.TypeAsync("anna.berg");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(PeopleWithAccounts.Password);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Översikt");
        var main = await page.InnerTextAsync("main");
        foreach (var text in new[] { "Inget väntar på dig.", "HR-strateg", "Exempelkommunen" })
            Assert.Contains(text, main, StringComparison.Ordinal);

        Assert.Contains("Anna Berg", await page.InnerTextAsync("header"), StringComparison.Ordinal);
        for (var tab = 0; tab < 6; tab++)
            await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Logga ut", await page.EvaluateAsync<string>("document.activeElement.innerText"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Logga in" })).ToBeVisibleAsync();
        Assert.DoesNotContain(await page.Context.CookiesAsync(), cookie => cookie.Name == "digisam");
    }

    [Fact]
    public async Task After_signing_out_the_back_button_shows_nothing_of_the_person()
    {
        var page = await chromium.NewPage();
        await host.SignIn(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await page.GoBackAsync();
        Assert.NotEqual("Översikt", await page.InnerTextAsync("h1"));
        Assert.DoesNotContain("Anna Berg", await page.InnerTextAsync("header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_the_same_for_an_unknown_name_a_wrong_password_and_a_locked_account()
    {
        var page = await chromium.NewPage();
        await host.Open(page, "/logga-in");
        await HostWithPeople.FillIn(page, "finns.inte", "fel");
        var unknown = await Refusal(page, "finns.inte");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await HostWithPeople.FillIn(page, "lisa.last", "fel");
            Assert.Equal(unknown, await Refusal(page, "lisa.last"));
        }

        await HostWithPeople.FillIn(page, "lisa.last", PeopleWithAccounts.Password);
        Assert.Equal(unknown, await Refusal(page, "lisa.last"));
        await HostWithPeople.FillIn(page, "anna.berg", PeopleWithAccounts.Password);
        Assert.Equal("Översikt – DigiSam", await page.TitleAsync());
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_in_a_summary_that_has_the_focus()
    {
        var page = await chromium.NewPage();
        await host.Open(page, "/logga-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();

        await Assertions.Expect(page.Locator(".faults")).ToBeFocusedAsync();
        Assert.Equal("Fel: Logga in – DigiSam", await page.TitleAsync());
        foreach (var (field, fault) in new[] { ("anvandarnamn", "Skriv ditt användarnamn"), ("losenord", "Skriv ditt lösenord") })
        {
            await Assertions.Expect(page.Locator($"#{field}")).ToHaveAccessibleDescriptionAsync($"Fel: {fault}.");
            Assert.Equal("true", await page.GetAttributeAsync($"#{field}", "aria-invalid"));
            await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = fault }).ClickAsync();
            await Assertions.Expect(page.Locator($"#{field}")).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task The_browser_may_fill_in_the_form_and_the_password_never_comes_back()
    {
        var page = await chromium.NewPage();
        await host.Open(page, "/logga-in");
        Assert.Equal("username", await page.GetAttributeAsync("#anvandarnamn", "autocomplete"));
        Assert.Equal("current-password", await page.GetAttributeAsync("#losenord", "autocomplete"));
        await HostWithPeople.FillIn(page, "anna.berg", "inte det rätta");
        Assert.Equal("anna.berg", await page.InputValueAsync("#anvandarnamn"));
        Assert.DoesNotContain("inte det rätta", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_whose_roles_have_ended_sees_their_name_and_nothing_else()
    {
        var page = await chromium.NewPage();
        await host.SignIn(page, "bo.ek");
        var main = await page.InnerTextAsync("main");
        Assert.Contains("Du har ingen roll i dag", main, StringComparison.Ordinal);
        Assert.Contains("Bo Ek", await page.InnerTextAsync("header"), StringComparison.Ordinal);
        Assert.DoesNotContain("Exempelkommunen", main, StringComparison.Ordinal);
        Assert.DoesNotContain("HR-strateg", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_before_someone_else_signed_in_is_stopped_and_told_in_Swedish()
    {
        var page = await chromium.NewPage();
        await host.Open(page, "/logga-in");
        var other = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => { window.open('/'); }"));
        await host.SignIn(other);
        await HostWithPeople.FillIn(page, "bo.ek", PeopleWithAccounts.Password);
        Assert.Equal("Sidan är för gammal", await page.InnerTextAsync("h1"));
        Assert.Contains("Anna Berg", await page.InnerTextAsync("header"), StringComparison.Ordinal);
    }

    private static async Task<string> Refusal(IPage page, string userName)
    {
        Assert.Equal("Fel: Logga in – DigiSam", await page.TitleAsync());
        Assert.Equal(userName, await page.InputValueAsync("#anvandarnamn"));
        var text = await page.InnerTextAsync("main");
        Assert.Contains("Användarnamnet eller lösenordet stämmer inte", text, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Presses Tab until the element has the focus; fails when it cannot be reached.</summary>
    private static async Task TabTo(IPage page, string id)
    {
        for (var tab = 0; tab < 10; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id)
                return;
        }

        Assert.Fail($"#{id} cannot be reached with the keyboard.");
    }
}
