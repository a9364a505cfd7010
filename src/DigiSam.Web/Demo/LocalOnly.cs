using System.Net;

namespace DigiSam.Web.Demo;

/// <summary>
/// Lets a demo be reached from the computer it runs on and in no other way: not over the network, not under a foreign name
/// that leads here, and not through a proxy.
/// </summary>
internal static class LocalOnly
{
    private static readonly string[] Proxied = ["Forwarded", "Via", "X-Real-IP"];

    /// <summary>Whether an address to bind is this computer's own. Kestrel takes a name that it does not know for all networks.</summary>
    public static bool Binding(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { IsUnixPipe: false, IsNamedPipe: false } address && IsLoopback(address.Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static void UseLocalOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var refused =
            context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote) ? "Demon svarar bara på datorn där den körs."
            : !IsLoopback(request.Host.Host) ? "Demon svarar bara under namnet localhost eller 127.0.0.1."
            : request.Headers.Keys.Any(IsFromProxy) ? "Demon svarar inte genom en proxy."
            : null;
        if (refused is null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(refused, context.RequestAborted);
    });

    private static bool IsFromProxy(string header) =>
        header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || Proxied.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
