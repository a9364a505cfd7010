using System.Net;
using DigiSam.Browser.Paths;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Browser;

/// <summary>A page reads roles once, and the next page reads them again.</summary>
public sealed class WithdrawnRoleTests(DemoFolder demo) : IAsyncLifetime
{
    private DemoInProcess _host = null!;

    public async ValueTask InitializeAsync() => _host = await DemoInProcess.Start(demo);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/risker")]
    [InlineData("/atgarder")]
    [InlineData("/rapporter")]
    public async Task A_role_that_is_withdrawn_while_someone_is_signed_in_is_gone_at_the_next_page(string address)
    {
        using var samira = await _host.SignedIn("Samira Haddad");
        Assert.DoesNotContain("Du har ingen roll i dag", await Page(samira, address), StringComparison.Ordinal);
        Assert.NotEqual(0, await _host.InDatabase(database => database.RoleAssignments
            .Where(assignment => database.People.Any(person => person.Id == assignment.PersonId && person.Name == "Samira Haddad")).ExecuteDeleteAsync()));
        Assert.Contains("Du har ingen roll i dag", await Page(samira, address), StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
}
