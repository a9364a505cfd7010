using System.Globalization;

namespace DigiSam.Web.AnnualReports;

/// <summary>Days as forms send them.</summary>
internal static class ReportDays
{
    /// <summary>The day, or the first of all days when it is none: the request's own rules then refuse it.</summary>
    public static DateOnly Read(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue;
}
