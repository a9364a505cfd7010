using DigiSam.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigiSam.Web.Access;

/// <summary>
/// Stops a form that this host did not hand out to this person, and says it in Swedish: mostly it has been open since
/// before they signed in or out, or the browser keeps no cookies.
/// </summary>
internal static class StaleForm
{
    public static void UseStaleForm(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? new RazorComponentResult<OutdatedForm> { StatusCode = StatusCodes.Status400BadRequest }.ExecuteAsync(context)
            : next(context));

    /// <summary>
    /// Says it in Swedish when a page no longer has the form that was sent: what it did has been done meanwhile, in another
    /// window or by someone else. For browsers only; scripts read the number.
    /// </summary>
    public static void UseVanishedForm(this IApplicationBuilder app) => app.UseStatusCodePages(answer =>
        answer.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
        && answer.HttpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? new RazorComponentResult<OutdatedForm> { StatusCode = StatusCodes.Status400BadRequest }.ExecuteAsync(answer.HttpContext)
            : Task.CompletedTask);
}
