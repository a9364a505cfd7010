using System.Security.Claims;
using DigiSam.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DigiSam.Web.Access;

/// <summary>Who is signed in, as the cookie says it. Rights are not in it: each request reads them from the database.</summary>
public sealed record SignedInPerson(Guid Id, string Name)
{
    internal const string IdClaim = "person";

    /// <summary>The person behind a request from the browser, or null when nobody is signed in.</summary>
    public static SignedInPerson? Of(HttpContext? context) =>
        context?.User is { Identity.IsAuthenticated: true } user && Guid.TryParse(user.FindFirstValue(IdClaim), out var id)
            ? new SignedInPerson(id, user.Identity.Name ?? "")
            : null;
}

/// <summary>Writes the person into the cookie, by name as others know them and not by user name.</summary>
internal sealed class PersonClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        foreach (var userName in identity.FindAll(identity.NameClaimType).ToList())
            identity.RemoveClaim(userName);
        identity.AddClaim(new Claim(identity.NameClaimType, user.Person.Name));
        identity.AddClaim(new Claim(SignedInPerson.IdClaim, user.PersonId.ToString()));
        return identity;
    }
}
