using System.Globalization;
using DigiSam.Figures;

namespace DigiSam.Web.Imports;

/// <summary>What was chosen with a file, for the kinds that need it.</summary>
/// <param name="Basis">How the events of an extract are counted.</param>
/// <param name="Year">The report that published values and answers belong to; 0 when none was written.</param>
/// <param name="Period">The last month of published values whose header does not state it; null when none was written.</param>
/// <param name="From">The day that a changed organisation holds from.</param>
/// <param name="Complete">The file is the complete organisation.</param>
internal sealed record UploadChoices(EventBasis? Basis, int Year, string? Period, DateOnly? From, bool Complete)
{
    public const string UnitField = "raknas-enhet";
    public const string DateField = "raknas-datum";
    public const string FirstMonthField = "utdrag-fran";
    public const string LastMonthField = "utdrag-till";
    public const string YearField = "rapportar";
    public const string PeriodField = "period";
    public const string FromField = "galler-fran";
    public const string CompleteField = "hela";

    public static UploadChoices Read(IFormCollection form) => new(
        Enum.TryParse<EventUnit>(form[UnitField], out var unit) && Enum.IsDefined(unit) && Enum.TryParse<EventDate>(form[DateField], out var date) && Enum.IsDefined(date)
            ? new EventBasis(unit, date, Day($"{form[FirstMonthField]}-01"), Day($"{form[LastMonthField]}-01"))
            : null,
        int.TryParse(form[YearField], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0,
        form[PeriodField].ToString() is { Length: > 0 } period ? period : null,
        Day(form[FromField]),
        form[CompleteField].Count > 0);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
