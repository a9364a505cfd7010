namespace DigiSam.Web;

/// <summary>Tells the browser what pages may do: show what this host serves, and nothing else.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Nothing from elsewhere, no inline scripts or style sheets, in nobody's frame. Interactive parts place themselves with
    /// style attributes, show drawn icons as data, and talk to this host alone.
    /// </summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        context.Response.OnStarting(() =>
        {
            // Pages are for the one who asked; files say themselves how long they may be kept.
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
