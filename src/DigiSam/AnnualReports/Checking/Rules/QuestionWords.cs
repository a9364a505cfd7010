using DigiSam.AnnualReports.Checking.Reading;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>Whether a sentence is about a question of the form: by the words that carry the question.</summary>
internal static class QuestionWords
{
    private const int ShortestWord = 5;

    private static readonly HashSet<string> Empty = ["under", "dessa", "enligt", "verksamheten", "behov", "samtliga", "årets", "kommunens", "kommungemensamma", "tillräckliga", "alla"];

    private static readonly Dictionary<string, string[]> SameAs = new()
    {
        ["medverkat"] = ["deltagit", "tillsammans", "närvarat", "deltog", "medverkade"],
        ["genomförts"] = ["hållits", "genomförda", "skett", "genomfört"],
    };

    /// <summary>Most of the question's own words stand in the sentence, in any inflection.</summary>
    public static bool IsAbout(Sentence sentence, string question)
    {
        var wanted = Tokens.Of(question).Where(token => token.Kind == TokenKind.Word && token.Length >= ShortestWord && !Empty.Contains(token.Text)).Select(token => token.Text).Distinct().ToList();
        if (wanted.Count < 2)
            return false;
        var found = wanted.Count(word => sentence.Tokens.Any(token => token.Kind == TokenKind.Word && (Alike(token.Text, word) || (SameAs.TryGetValue(word, out var same) && same.Contains(token.Text)))));
        return found >= 2 && found >= 0.6 * wanted.Count;
    }

    private static bool Alike(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        var same = 0;
        while (same < shorter && one[same] == other[same])
            same++;
        return same >= Math.Max(ShortestWord, shorter - 3);
    }
}
