using DigiSam.Language;

namespace DigiSam.AnnualReports.Checking.Reading;

/// <summary>Whose report is read: words of other places, groups and times make a clause something that its tables do not show.</summary>
internal sealed class ReadingScope(ReportLevel level, string place, string municipality, IReadOnlyCollection<int> years, int? before)
{
    private static readonly string[] PlaceEndings = ["nämnd", "nämnden", "förvaltning", "förvaltningen", "styrelsen", "avdelningen", "skolan", "enheten"];

    private readonly Dictionary<string, bool> _others = [];

    private readonly HashSet<string> _own = [.. Words(place), .. level == ReportLevel.Municipality ? Words(municipality) : []];

    /// <summary>The calendar year of the tables' comparison column; null when they have none.</summary>
    public int? Before { get; } = before;

    public bool IsOwn(TextToken token) => _own.Contains(token.Text);

    /// <summary>Someone else than the report's place is spoken of.</summary>
    public bool IsOther(TextToken token)
    {
        if (token.Kind != TokenKind.Word)
            return false;
        if (!_others.TryGetValue(token.Text, out var other))
            _others.Add(token.Text, other = !IsOwn(token) && NamesOther(token.Text));
        return other;
    }

    private bool NamesOther(string text)
    {
        var word = text.Length > 4 && text.EndsWith('s') ? text[..^1] : text;
        return word switch
        {
            "nämnden" or "nämnd" => level != ReportLevel.Board,
            "förvaltningen" or "förvaltning" => level == ReportLevel.Municipality,
            "kommunen" or "kommun" => level != ReportLevel.Municipality,
            _ => Reading.Words.OtherScope.Contains(text) || PlaceEndings.Any(ending => word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal)),
        };
    }

    /// <summary>A time that none of the tables' columns shows.</summary>
    public bool IsOtherTime(TextToken token) => (token.IsYear && !years.Contains((int)token.Value)) || (token.Kind == TokenKind.Word && Reading.Words.OtherPeriod.Contains(token.Text));

    public bool IsYearBefore(TextToken token) => token.IsYear && (int)token.Value == Before;

    private static IEnumerable<string> Words(string name) => SwedishText.Fold(name).Split(' ').SelectMany(word => new[] { word, $"{word}s" });
}
