using System.Globalization;
using DigiSam.Requests;
using DigiSam.SchoolYears;
using DigiSam.Web.Frame;

namespace DigiSam.Web.SchoolYears;

/// <summary>What a form about a school year asks for. What cannot be read is left for the domain to refuse.</summary>
internal static class SchoolYearAct
{
    public const string State = "ange";

    public const string Remove = "ta-bort";

    public const string IdField = "lasar";

    public const string PlaceField = "galler";

    public const string RevField = "rev";

    public const string YearField = "startar";

    public const string FollowsField = "foljer";

    public const string None = "inget";

    public const string AutumnFrom = "ht-fran";

    public const string AutumnTo = "ht-till";

    public const string SpringFrom = "vt-fran";

    public const string SpringTo = "vt-till";

    /// <summary>So many breaks have fields; those that are left empty do not count.</summary>
    public const int Breaks = 6;

    public static string BreakField(int index, string part) => $"lov-{index}-{part}";

    public static ICommand<int>? Of(IFormCollection form)
    {
        var (id, place) = (Id(form[IdField]), Id(form[PlaceField]));
        return form[ActForm.Field].ToString() switch
        {
            State => new StateSchoolYear(place, id, Number(form[YearField]) ?? 0, Number(form[RevField]), form[FollowsField].ToString() == None ? null : Terms(form)),
            Remove => new RemoveSchoolYear(place, id, Number(form[RevField]) ?? 0),
            _ => null,
        };
    }

    private static Terms Terms(IFormCollection form) => new(
        Day(form[AutumnFrom]), Day(form[AutumnTo]), Day(form[SpringFrom]), Day(form[SpringTo]),
        [.. Enumerable.Range(0, SchoolYear.MostBreaks)
            .Where(index => new[] { "namn", "fran", "till" }.Any(part => !string.IsNullOrWhiteSpace(form[BreakField(index, part)])))
            .Select(index => new TermBreak(form[BreakField(index, "namn")].ToString().Trim(), Day(form[BreakField(index, "fran")]), Day(form[BreakField(index, "till")])))]);

    private static Guid Id(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;
}
