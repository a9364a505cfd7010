using System.Globalization;

namespace DigiSam.Web.Processes.Diagram;

/// <summary>Numbers as drawings write them.</summary>
internal static class SvgNumber
{
    /// <summary>"12.5", whatever the reader's language.</summary>
    public static string Of(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
