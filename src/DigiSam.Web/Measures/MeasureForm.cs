using System.Globalization;
using DigiSam.Language;
using DigiSam.Measures;

namespace DigiSam.Web.Measures;

/// <summary>What a browser sends about a measure, as the domain takes it. What cannot be read is left for the domain to refuse.</summary>
internal static class MeasureForm
{
    public static MeasureKind Kind(string? text) => Enum.TryParse<MeasureKind>(text, out var kind) ? kind : (MeasureKind)(-1);

    public static Guid Person(string? text) => Guid.TryParse(text, out var person) ? person : Guid.Empty;

    public static DateOnly Day(string? text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : default;

    /// <summary>Kronor, or null when nothing is written; what is no amount becomes one that is refused.</summary>
    public static decimal? Kronor(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var plain = text.Replace("kronor", "", StringComparison.OrdinalIgnoreCase).Replace("kr", "", StringComparison.OrdinalIgnoreCase);
        return SwedishNumber.TryRead(plain, out var amount, out _) ? amount : -1;
    }

    /// <summary>"4500" or "4500,50", as it stands in a field.</summary>
    public static string? Kronor(decimal? amount) =>
        amount?.ToString(decimal.Truncate(amount.Value) == amount ? "0" : "0.00", CultureInfo.InvariantCulture).Replace('.', ',');
}
