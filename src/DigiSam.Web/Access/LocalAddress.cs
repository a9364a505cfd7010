using Microsoft.AspNetCore.Http.HttpResults;

namespace DigiSam.Web.Access;

/// <summary>Where someone wanted to go before they signed in.</summary>
internal static class LocalAddress
{
    /// <summary>
    /// The address if it lies in this host, else the front page: a link to the sign-in page must not be able to send people
    /// elsewhere. Browsers skip control characters and read "\" as "/", so only plain addresses pass.
    /// </summary>
    public static string OrFrontPage(string? address) =>
        address is ['/', ..] && address.All(letter => letter is > ' ' and < '\x7f' and not '\\') && RedirectHttpResult.IsLocalUrl(address)
            ? address
            : "/";
}
