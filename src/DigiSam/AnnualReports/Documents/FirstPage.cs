using System.Globalization;
using DigiSam.AnnualReports.Content;
using DigiSam.Language;

namespace DigiSam.AnnualReports.Documents;

/// <summary>What the report is, what it rests on, where things stand in it and what it lacks.</summary>
internal static class FirstPage
{
    public static void Write(ReportFlow flow, AnnualReportContent content)
    {
        flow.Styled("Title", PlainText.OneLine(content.Title));
        flow.Styled("Subtitle", PlainText.OneLine(content.Municipality));
        if (content.Level == ReportLevel.Municipality && content.CoveredBoards.Count > 0)
            flow.Labelled("Omfattar", Boards(content));
        if (content.ConcernsYear is { } concerns)
            flow.Labelled("Avser", string.Create(CultureInfo.InvariantCulture, $"kalenderåret {concerns}"));
        if (content.Handling?.CaseNumber is { } number)
            flow.Labelled("Diarienummer", PlainText.OneLine(number));
        if (content.Handling is { Version: > 1 } handling)
            flow.Labelled("Version", string.Create(CultureInfo.InvariantCulture, $"{handling.Version}, efter återremiss"));
        if (!content.Level.Decides() && content.CoveredBoards.Count > 0)
            flow.Labelled(content.CoveredBoards.Count == 1 ? "Nämnd" : "Nämnder", PlainText.List(content.CoveredBoards));
        flow.Labelled("Senaste underlag", content.NewestInput is { } newest
            ? $"{(content.Level.Decides() && content.Handling is null ? "inläst " : "")}{SwedishDate.Long(SwedishDate.DateIn(newest))}"
            : "har inte kommit in");
        flow.Labelled("Formulär", string.Create(
            CultureInfo.InvariantCulture,
            $"{content.Form.Key} {content.Form.Year}, SHA-256 {SourceFiles.Short(content.Form.Sha256)}"));

        ReportContents.Write(flow, Chapters.Titles(content));
        Gaps(flow, content.Gaps);
    }

    private static string Boards(AnnualReportContent content)
    {
        var list = PlainText.List(content.CoveredBoards);
        return content.CoveredBoards.Count < 4
            ? list
            : string.Create(CultureInfo.InvariantCulture, $"{content.CoveredBoards.Count} nämnder: {list}");
    }

    private static void Gaps(ReportFlow flow, IReadOnlyList<string> gaps)
    {
        if (gaps.Count == 0)
            return;
        flow.Styled("GapHeading", "Saknas i rapporten");
        foreach (var gap in gaps)
            flow.Styled("GapText", gap);
    }
}
