using DigiSam.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigiSam.Web;

/// <summary>
/// What someone who is not let in gets to see. Who has not signed in is asked to, and comes back to the same address; who
/// has, and still may not, is told that the page does not exist, whether it does or not.
/// </summary>
internal sealed class ClosedAddress : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        return authorizeResult.Challenged
            ? context.ChallengeAsync()
            : new RazorComponentResult<UnknownAddress> { StatusCode = StatusCodes.Status404NotFound }.ExecuteAsync(context);
    }
}
