using System.Globalization;
using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Documents;

/// <summary>The report's first-level headings: its numbered sections and the appendix.</summary>
internal static class Chapters
{
    public const string Handling = "Medverkan och samverkan";

    public const string Appendix = "Så är siffrorna framtagna";

    public static string Title(SectionContent section) =>
        string.Create(CultureInfo.InvariantCulture, $"{section.Number}. {section.Title}");

    public static IReadOnlyList<string> Titles(AnnualReportContent content) =>
        [.. content.Sections.Select(Title), .. HandlingChapter.Has(content) ? [Handling] : Array.Empty<string>(), Appendix];
}
