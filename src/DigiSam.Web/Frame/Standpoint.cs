using System.Globalization;
using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Web.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace DigiSam.Web.Frame;

/// <summary>Who looks, where they stand in the organisation and at which year; every page of the frame starts from it.</summary>
public sealed record Standpoint(
    SignedInPerson Person, PlaceView View, IReadOnlyList<RoleHeld> Roles, int Year, DateOnly Today)
{
    public PlaceName Place => View.Place;

    public bool IsUnit => Place.Kind == PlaceKind.Unit;

    /// <summary>Whether the person may do this where they stand. For showing and hiding; the request itself is checked again.</summary>
    public bool May(Permission permission) => View.Permissions.Contains(permission);

    /// <summary>The years one can look at: the current, the next and the five before it.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(Today.Year - 5, 7).Reverse()];
}

/// <summary>
/// Finds where the person stands: the address says it (<c>?plats=&amp;ar=</c>), else what the browser remembers, else their
/// first role. A place that they may not see is passed over in silence. What a form sends belongs to the place and year that
/// the form was made for, and to no other.
/// </summary>
public sealed class Standpoints(RequestSender sender, TimeProvider clock)
{
    public const string PlaceParameter = "plats";

    public const string YearParameter = "ar";

    /// <summary>The fields in which a form carries where it was made (see <see cref="FormMarks"/>).</summary>
    public const string PlaceField = "sta-plats";

    public const string YearField = "sta-ar";

    private Task<Standpoint?>? _found;

    /// <summary>The standpoint of this request; null when nobody is signed in or the person has no role today.</summary>
    public Task<Standpoint?> Of(HttpContext http) => _found ??= Find(http);

    /// <summary>Remembers what the address says, for the pages after it.</summary>
    public static void Remember(HttpContext http)
    {
        Keep(PlaceParameter, Guid.TryParse(http.Request.Query[PlaceParameter], out _));
        // A report has another year than the work it is about: looking at reports does not move the rest to that year.
        Keep(YearParameter, YearIn(http.Request.Query[YearParameter]) is not null && !http.Request.Path.StartsWithSegments("/rapporter", StringComparison.Ordinal));

        void Keep(string name, bool valid)
        {
            if (valid)
                http.Response.Cookies.Append(Cookie(name), http.Request.Query[name].ToString(), new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(30) });
        }
    }

    private async Task<Standpoint?> Find(HttpContext http)
    {
        if (SignedInPerson.Of(http) is not { } person
            || await sender.Send(person.Id, new MyRoles()) is not Outcome<RolesHeld>.Done(var held))
        {
            return null;
        }

        var today = SwedishDate.Today(clock);
        // A form that this host did not make may not be read at all.
        var form = http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : null;
        var year = YearIn(form?[YearField]) ?? YearIn(http.Request.Query[YearParameter]) ?? YearIn(http.Request.Cookies[Cookie(YearParameter)]) ?? today.Year;
        Guid?[] wanted = PlaceIn(form?[PlaceField]) is { } made ? [made] : [PlaceIn(http.Request.Query[PlaceParameter]), PlaceIn(http.Request.Cookies[Cookie(PlaceParameter)]), .. held.Roles.OrderBy(role => role.Role).Select(role => (Guid?)role.PlaceId)];
        foreach (var place in wanted.OfType<Guid>().Distinct())
        {
            if (await sender.Send(person.Id, new ReadPlace(place)) is Outcome<PlaceView>.Done(var view))
                return new Standpoint(person, view, held.Roles, year, today);
        }

        return null;
    }

    private static string Cookie(string name) => $"digisam-{name}";

    private static Guid? PlaceIn(string? text) => Guid.TryParse(text, out var place) ? place : null;

    private static int? YearIn(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null;
}
