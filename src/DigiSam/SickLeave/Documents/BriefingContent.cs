namespace DigiSam.SickLeave.Documents;

/// <summary>A document about a place's sick leave, whatever format it is written in. It holds what the page shows, rounded as there.</summary>
/// <param name="NewestInput">When the newest figures in it were imported.</param>
internal sealed record BriefingContent(
    string Title, string Municipality, string Place, string Period, DateTimeOffset? NewestInput, IReadOnlyList<BriefingChapter> Chapters);

/// <summary>A heading with sentences, a table and notes under it; any of them may be missing.</summary>
internal sealed record BriefingChapter(string Title, IReadOnlyList<string> Sentences, BriefingTable? Table, IReadOnlyList<string> Notes);

/// <summary>A table whose first column names the row.</summary>
/// <param name="IsAnswered">The second column is for the reader to write in.</param>
internal sealed record BriefingTable(IReadOnlyList<string> Columns, IReadOnlyList<BriefingRow> Rows, bool IsAnswered = false);

internal sealed record BriefingRow(string Label, IReadOnlyList<BriefingCell> Cells);

/// <summary>A cell as it is read, and its number as rounded there; no number where nothing is shown.</summary>
internal sealed record BriefingCell(string Text, decimal? Number = null, int Decimals = 0)
{
    public static BriefingCell Percent(decimal? share) => new(SickLeaveWords.Percent(share), Round(share, 1), 1);

    public static BriefingCell Points(decimal? difference) => new(SickLeaveWords.Points(difference), Round(difference, 1), 1);

    public static BriefingCell Share(decimal? percent) => new(SickLeaveWords.Share(percent), Round(percent, 0));

    public static BriefingCell People(int? people) => new(people is { } known ? Language.SwedishNumber.Show(known, 0) : SickLeaveWords.Hidden, people);

    private static decimal? Round(decimal? number, int decimals) => number is { } known ? Math.Round(known, decimals, MidpointRounding.AwayFromZero) : null;
}
