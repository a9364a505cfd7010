using DigiSam.Language;
using DigiSam.Web.Access;
using DigiSam.Web.AnnualReports;
using DigiSam.Web.Checklists;
using DigiSam.Web.Demo;
using DigiSam.Web.Frame;
using DigiSam.Web.Imports;
using DigiSam.Web.Pages;
using DigiSam.Web.Processes;
using DigiSam.Web.SafetyRounds;
using DigiSam.Web.SickLeave;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Radzen;

namespace DigiSam.Web;

/// <summary>Puts pages, health and their guards into a host.</summary>
public static class WebServices
{
    /// <summary>Room for the longest section text (50 000 letters of up to three bytes, escaped) in one message from a browser.</summary>
    private const int LongestMessage = 512 * 1024;

    /// <summary>Registers what the pages need. An address that does not say who may use it is closed.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical));
        services.AddSignIn();
        services.AddSingleton<HostClaim>();
        PumpClock.AddTo(services, configuration);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ClosedAddress>();
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        services.AddRadzenComponents();
        services.AddScoped<Standpoints>();
        services.AddSingleton<UploadShelf>();
        services.AddScoped<ImportDesk>();
        return services;
    }

    /// <summary>What every request passes, in this order.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseExceptionHandler(fault =>
        {
            fault.UseSecurityHeaders();
            fault.Run(context => new RazorComponentResult<UnexpectedFault>(new { At = SwedishDate.Time(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) }).ExecuteAsync(context));
        });
        app.UseVanishedForm();
        app.UseSecurityHeaders();
        app.UseWordsForTooLarge();
        app.UseWritableText();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseStaleForm();
        app.Use((context, next) =>
        {
            Standpoints.Remember(context);
            return next(context);
        });
        app.UseOneReadingOfRoles();
    }

    /// <summary>The addresses that exist. Pages say themselves who may open them.</summary>
    public static void MapWeb(this WebApplication app)
    {
        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapSignOut();
        app.MapReportFiles();
        app.MapBriefings();
        app.MapTemplates();
        app.MapChecklistFiles();
        app.MapDemoSignIn();
        app.MapRoundAnswers();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(islands => islands.ContentSecurityFrameAncestorsPolicy = null);
        app.MapFallback("{**address}", () => new RazorComponentResult<UnknownAddress> { StatusCode = StatusCodes.Status404NotFound }).AllowAnonymous();
    }
}
