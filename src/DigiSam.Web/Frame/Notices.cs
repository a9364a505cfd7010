using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace DigiSam.Web.Frame;

/// <summary>A sentence about what was just done, left by a form for the page that it leads to. Shown once.</summary>
public static class Notices
{
    private const string Cookie = "digisam-besked";

    private static readonly CookieOptions Options = new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromMinutes(1) };

    public static void Leave(HttpContext http, string sentence) =>
        http.Response.Cookies.Append(Cookie, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(sentence)), Options);

    /// <summary>The sentence that was left, if any; the next page will not show it again.</summary>
    public static string? Take(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Cookies[Cookie] is not { Length: > 0 and < 2000 } kept)
            return null;
        http.Response.Cookies.Delete(Cookie);
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(kept));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
