namespace DigiSam.Web;

/// <summary>Tells the browser what pages may do: show what this host serves, and nothing else.</summary>
internal static class SecurityHeaders
{
    /// <summary>Nothing inline, nothing from elsewhere, no scripts, in nobody's frame: pages for reading and plain forms.</summary>
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>
    /// For pages with interactive parts: scripts of this host that talk to it alone. They place themselves with style
    /// attributes and show drawn icons as data.
    /// </summary>
    private const string InteractivePolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>For pages with a script of their own and nothing else that is interactive.</summary>
    private const string ScriptPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Lets this one answer run scripts of this host.</summary>
    public static void AllowScript(HttpContext http) => http.Response.Headers.ContentSecurityPolicy = ScriptPolicy;

    /// <summary>Lets this one answer hold interactive parts.</summary>
    public static void AllowIslands(HttpContext http) => http.Response.Headers.ContentSecurityPolicy = InteractivePolicy;

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
