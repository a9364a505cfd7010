using System.Net;
using DigiSam.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace DigiSam.Browser;

/// <summary>Who is believed when it says that the browser came with https.</summary>
public sealed class KnownProxyTests
{
    [Theory]
    [InlineData(null, "127.0.0.1", true)]
    [InlineData(null, "10.0.0.5", false)]
    [InlineData("10.0.0.5", "10.0.0.5", true)]
    [InlineData("10.0.0.5", "10.0.0.6", false)]
    [InlineData("10.0.0.5", "127.0.0.1", true)]
    [InlineData("10.0.0.5;10.0.1.0/24, fd00::/8", "10.0.1.77", true)]
    [InlineData("10.0.0.5;10.0.1.0/24, fd00::/8", "fd00::17", true)]
    [InlineData("10.0.1.0/24", "10.0.2.1", false)]
    [InlineData("10.0.1.0/24", "::ffff:10.0.1.9", true)]
    public async Task Only_a_known_proxy_is_believed(string? setting, string from, bool believed)
    {
        await using var app = await Host(setting, IPAddress.Parse(from));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        Assert.StartsWith(believed ? "https 127.0.0.1:" : "http 127.0.0.1:", await client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_is_no_address_stops_the_start()
    {
        var wrong = await Assert.ThrowsAsync<WrongProxyException>(() => Host("10.0.0.5;proxy.kommunen.se", IPAddress.Loopback));
        var (message, exit) = StartFault.Describe(wrong);
        Assert.Equal(2, exit);
        Assert.Contains("DigiSam:KnownProxies: \"proxy.kommunen.se\" är varken en adress", message, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> Host(string? setting, IPAddress from)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new(KnownProxies.Setting, setting)]);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = from;
            return next(context);
        });
        app.UseKnownProxies();
        app.MapGet("/", (HttpRequest request) => $"{request.Scheme} {request.Host}");
        await app.StartAsync();
        return app;
    }
}
