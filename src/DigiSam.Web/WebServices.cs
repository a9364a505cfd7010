using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DigiSam.Web;

/// <summary>Puts pages, health and their guards into a host.</summary>
public static class WebServices
{
    /// <summary>Registers what the pages need. An address that does not say who may use it is closed.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new KeysInMemory());
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical));
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ClosedAddress>();
        services.AddRazorComponents();
        return services;
    }

    /// <summary>What every request passes, in this order.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>The addresses that exist. Pages say themselves who may open them.</summary>
    public static void MapWeb(this WebApplication app)
    {
        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
    }
}
