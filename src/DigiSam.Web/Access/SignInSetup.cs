using DigiSam.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace DigiSam.Web.Access;

/// <summary>Signing in with an account of this installation, kept in a cookie.</summary>
internal static class SignInSetup
{
    public const string SignInAddress = "/logga-in";

    public const string SignOutAddress = "/logga-ut";

    /// <summary>The query parameter that says where to go after signing in.</summary>
    public const string ReturnParameter = "tillbaka";

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("DigiSam");
        services.AddSingleton<KeysInDatabase>();
        services.AddOptions<KeyManagementOptions>().Configure<KeysInDatabase>((keys, database) => keys.XmlRepository = database);

        services.AddIdentityCore<Account>().AddUserStore<AccountStore>().AddSignInManager().AddClaimsPrincipalFactory<PersonClaims>();
        // Names are checked when an account is made; Identity would check them again, by its own rules, at every update.
        services.Configure<IdentityOptions>(identity => identity.User.AllowedUserNameCharacters = "");
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        // All of Identity's cookies, though one is used: it also deletes the others when it ends a session.
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "digisam";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = SignInAddress;
            cookie.ReturnUrlParameter = ReturnParameter;
        }));
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "digisam-formular";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.FormFieldName = "skydd";
        });
    }

    /// <summary>Signing out: a form in the top bar, so that no link or picture elsewhere can do it.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost(SignOutAddress, async (SignInManager<Account> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/");
        }).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
}
