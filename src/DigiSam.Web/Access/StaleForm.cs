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
}
