using System.Net;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>A demo lets anyone in as its people, and is therefore reached from this computer alone.</summary>
public sealed class DemoHostTests(Chromium chromium)
{
    [Fact]
    public async Task A_demo_refuses_other_networks_foreign_names_and_proxies_and_signs_in_by_a_button()
    {
        using var data = new TemporaryFolder();
        await using (var host = HostProcess.With(HostProcess.Dll, "--demo", "--data", data.Path, "--urls", "http://127.0.0.1:0"))
        {
            var address = await host.Address();
            Assert.Equal(HttpStatusCode.OK, await Asked(address));
            Assert.Equal(HttpStatusCode.MisdirectedRequest, await Asked(address, ("Host", "digisam.exempel.se")));
            Assert.Equal(HttpStatusCode.MisdirectedRequest, await Asked(address, ("X-Forwarded-For", "192.0.2.7")));
            Assert.Equal(HttpStatusCode.MisdirectedRequest, await Asked(address, ("X-Forwarded-Proto", "https")));
            Assert.Equal(HttpStatusCode.MisdirectedRequest, await Asked(address, ("Forwarded", "for=192.0.2.7")));
            await SignsIn(address);
            await host.Kill();
        }

        foreach (var open in new[] { "http://0.0.0.0:0", "http://*:5999", "http://exempel:5999" })
        {
            await using var host = HostProcess.With(HostProcess.Dll, "--data", data.Path, "--urls", open);
            var (exit, errors) = await host.Stopped();
            Assert.Equal(3, exit);
            Assert.StartsWith("Det här är en demo:", errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_being_asked_for_there_is_no_demo_and_no_list_of_people()
    {
        using var data = new TemporaryFolder();
        await using var host = HostProcess.On(data);
        using var client = new HttpClient { BaseAddress = await host.Address() };
        Assert.DoesNotContain("Välj vem du vill vara", await client.GetStringAsync("/logga-in"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/logga-in/demo", new FormUrlEncodedContent([new("person", $"{Guid.NewGuid()}")]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Asked(client.BaseAddress!, ("Host", "digisam.exempel.se")));
    }

    private static async Task<HttpStatusCode> Asked(Uri address, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private async Task SignsIn(Uri address)
    {
        var page = await chromium.NewPage();
        await page.GotoAsync($"{address}logga-in?tillbaka=%2Fronder");
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in som Karin Lindahl" }).ClickAsync();
        Assert.EndsWith("/ronder", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Karin Lindahl", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await page.CloseAsync();
    }
}
