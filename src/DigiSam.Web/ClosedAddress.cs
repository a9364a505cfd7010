using DigiSam.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigiSam.Web;

/// <summary>
/// What someone who is not let in gets to see: that the page does not exist, whether it does or not. There is no signing
/// in to send them to, and which addresses exist is nobody's business.
/// </summary>
internal sealed class ClosedAddress : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded
            ? next(context)
            : new RazorComponentResult<UnknownAddress> { StatusCode = StatusCodes.Status404NotFound }.ExecuteAsync(context);
}
