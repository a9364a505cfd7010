using System.Net;
using DigiSam.Browser.Paths;
using DigiSam.Web.Access;
using Microsoft.AspNetCore.Http;
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

    [Fact]
    public void Only_a_page_that_is_looked_at_shares_a_reading_of_roles()
    {
        var shares = _host.Endpoints.Where(endpoint => IsView(endpoint, "GET")).Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}").ToHashSet();
        Assert.Contains("/", shares);
        Assert.Contains("/risker", shares);
        Assert.DoesNotContain(shares, address => address.StartsWith("/_", StringComparison.Ordinal) || address.Contains("health", StringComparison.Ordinal) || address.Contains("/fil", StringComparison.Ordinal));
        Assert.Contains(_host.Endpoints, endpoint => endpoint.RoutePattern.RawText!.StartsWith("/_blazor", StringComparison.Ordinal));
        Assert.InRange(shares.Count, 20, _host.Endpoints.Count - 20);
        Assert.DoesNotContain(_host.Endpoints, endpoint => IsView(endpoint, "POST") || IsView(endpoint, "PUT"));
    }

    private static bool IsView(Endpoint endpoint, string method)
    {
        var http = new DefaultHttpContext { Request = { Method = method } };
        http.SetEndpoint(endpoint);
        return OneReadingOfRoles.IsView(http);
    }

    private static async Task<string> Page(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
}
