using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Checking;

/// <summary>One thing that is looked for in a report before it leaves the house. Right texts must pass without a word.</summary>
internal interface IReportRule
{
    /// <summary>Stable: accepted findings name it.</summary>
    string Key { get; }

    IEnumerable<Finding> Look(ReportToCheck report);
}

/// <summary>Makes findings of a rule.</summary>
internal static class FindingParts
{
    /// <summary>A finding about a sentence.</summary>
    /// <param name="marks">Positions in the section's text.</param>
    public static Finding About(this IReportRule rule, ReadSection section, Sentence sentence, string message, string advice, FindingFigure? figure = null, FindingKind kind = FindingKind.MendOrAccept, params IReadOnlyList<TextSpan> marks) => new(
        rule.Key, kind, section.Content.Key, section.Content.Number, section.Content.Title, message, advice, new TextSpan(sentence.Start, sentence.Length), sentence.Text,
        [.. marks.Select(mark => new TextSpan(mark.Start - sentence.Start, mark.Length))], figure);

    /// <summary>A finding about a section as a whole.</summary>
    public static Finding About(this IReportRule rule, SectionContent section, string message, string advice, FindingFigure? figure = null, FindingKind kind = FindingKind.MendOrAccept) => new(
        rule.Key, kind, section.Key, section.Number, section.Title, message, advice, null, "", [], figure);
}
