using DigiSam.Web.Access;

namespace DigiSam.Browser;

public sealed class ReturnAddressTests(Chromium chromium, HostWithPeople host) : IClassFixture<HostWithPeople>
{
    [Theory]
    [InlineData("/finns/inte?ar=2024&b=%C3%A5", "/finns/inte?ar=2024&b=%C3%A5")]
    [InlineData("https://ond.example/", "/")]
    [InlineData("//ond.example", "/")]
    [InlineData("/\\ond.example", "/")]
    public async Task After_signing_in_one_comes_to_the_address_asked_for_in_this_host_alone(string asked, string reached)
    {
        var page = await chromium.NewPage();
        await host.SignIn(page, address: $"/logga-in?tillbaka={Uri.EscapeDataString(asked)}");
        Assert.Equal(new Uri(host.Address, reached).AbsoluteUri, page.Url);
        Assert.Contains("Anna Berg", await page.InnerTextAsync("header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_is_signed_in_is_sent_on_from_the_sign_in_page()
    {
        var page = await chromium.NewPage();
        await host.SignIn(page);
        await host.Open(page, "/logga-in?tillbaka=%2F%2Fond.example");
        Assert.Equal(host.Address.ToString(), page.Url);
    }

    [Fact]
    public async Task A_wrong_password_does_not_lose_the_address_asked_for()
    {
        var page = await chromium.NewPage();
        await host.Open(page, "/logga-in?tillbaka=%2Ffinns%2Finte");
        await HostWithPeople.FillIn(page, "anna.berg", "fel");
        await HostWithPeople.FillIn(page, "anna.berg", PeopleWithAccounts.Password);
        Assert.Equal(new Uri(host.Address, "/finns/inte").ToString(), page.Url);
    }

    [Fact]
    public async Task A_restart_of_the_host_signs_nobody_out()
    {
        var page = await chromium.NewPage();
        await host.SignIn(page);
        await host.Restart();
        await host.Open(page, "/");
        Assert.Equal("Översikt", await page.InnerTextAsync("h1"));
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/a/b?c=d", "/a/b?c=d")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("a", "/")]
    [InlineData("~/a", "/")]
    [InlineData("//a", "/")]
    [InlineData("/\\a", "/")]
    [InlineData("/a\\b", "/")]
    [InlineData("/\t/a", "/")]
    [InlineData("/\n/a", "/")]
    [InlineData(" //a", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/å", "/")]
    public void Only_a_plain_address_in_this_host_is_gone_to(string? asked, string gone) => Assert.Equal(gone, LocalAddress.OrFrontPage(asked));
}
