using DigiSam.Access;
using DigiSam.Demo;
using DigiSam.Web.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DigiSam.Web.Demo;

/// <summary>Signing in as one of the demo's people by a button: a form of our own page, so that no link elsewhere can do it.</summary>
internal static class DemoSignInAddress
{
    public const string Address = "/logga-in/demo";

    public const string PersonField = "person";

    public static void MapDemoSignIn(this IEndpointRouteBuilder app) => app.MapPost(Address, SignIn).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> SignIn(
        [FromForm(Name = PersonField)] Guid person, [FromForm(Name = SignInSetup.ReturnParameter)] string? returnTo, DemoSignIn demo, SignInManager<Account> signIn)
    {
        if (await demo.Enter(person) is not { } account)
            return Results.LocalRedirect(SignInSetup.SignInAddress);
        await signIn.SignInAsync(account, isPersistent: false);
        return Results.LocalRedirect(LocalAddress.OrFrontPage(returnTo));
    }
}
