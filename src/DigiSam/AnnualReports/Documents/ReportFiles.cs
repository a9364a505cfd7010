using System.Globalization;
using System.Text;
using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Documents;

/// <summary>The formats that a report is written in, and what its files are called.</summary>
public static class ReportFiles
{
    public static IReadOnlyDictionary<string, Func<AnnualReportContent, byte[]>> Formats { get; } = new Dictionary<string, Func<AnnualReportContent, byte[]>>
    {
        ["docx"] = AnnualReportDocx.Write,
        ["json"] = AnnualReportJson.Write,
    };

    public static string ContentType(string format) => format == "json"
        ? "application/json"
        : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>"arbetsmiljorapport-2024-socialnamnden": letters that every file system and mail program takes.</summary>
    public static string NameOf(AnnualReportContent content)
    {
        var place = content.Place ?? (content.Level == ReportLevel.Board ? content.CoveredBoards[0] : content.Municipality);
        return Plain(string.Create(CultureInfo.InvariantCulture, $"{content.Form.Key}-{content.Year}-{place}"));
    }

    /// <summary>Words as letters that every file system and mail program takes.</summary>
    internal static string Plain(string words)
    {
        var name = new StringBuilder();
        foreach (var letter in words.ToLowerInvariant())
        {
            var plain = letter switch { 'å' or 'ä' => 'a', 'ö' => 'o', 'é' => 'e', 'ü' => 'u', _ => letter };
            if (char.IsAsciiLetterOrDigit(plain))
                name.Append(plain);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        return name.ToString().TrimEnd('-');
    }
}
