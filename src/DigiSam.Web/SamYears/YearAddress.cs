using DigiSam.Web.Frame;

namespace DigiSam.Web.SamYears;

/// <summary>Addresses of the year's pages, with the unit and the year they are about.</summary>
internal static class YearAddress
{
    public const string Page = "/sam-aret";

    public const string FollowUpPage = "/sam-aret/uppfoljning";

    public static string OfUnit(Guid unit, int year, string? anchor = null) => Address(Page, unit, year, anchor);

    public static string OfFollowUp(Guid unit, int year, string? anchor = null) => Address(FollowUpPage, unit, year, anchor);

    private static string Address(string path, Guid unit, int year, string? anchor) =>
        $"{path}?{Standpoints.PlaceParameter}={unit}&{Standpoints.YearParameter}={year}{(anchor is null ? "" : $"#{anchor}")}";
}
