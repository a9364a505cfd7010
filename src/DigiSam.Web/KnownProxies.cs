using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace DigiSam.Web;

/// <summary>
/// The proxies that are believed when they say that the browser came with https; then cookies are Secure. One on this computer
/// always is. Nothing else that a proxy says is used.
/// </summary>
internal static class KnownProxies
{
    /// <summary>Addresses (10.0.0.5) and networks (10.0.1.0/24) of further proxies, with semicolons between.</summary>
    public const string Setting = "DigiSam:KnownProxies";

    private static readonly char[] Between = [';', ',', ' '];

    /// <summary>Fails with <see cref="WrongProxyException"/> on what is neither address nor network.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto };
        foreach (var known in (app.Configuration[Setting] ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(known, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(known, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new WrongProxyException(known);
        }

        app.UseForwardedHeaders(options);
    }
}

/// <summary>A known proxy that is neither an address nor a network.</summary>
internal sealed class WrongProxyException(string known)
    : Exception($"Inställningen {KnownProxies.Setting}: \"{known}\" är varken en adress (10.0.0.5) eller ett nät (10.0.1.0/24).");
