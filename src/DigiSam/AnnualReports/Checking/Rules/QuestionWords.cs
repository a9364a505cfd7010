using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>Whether a sentence is about a question of the form: by the words that carry the question.</summary>
internal static class QuestionWords
{
    private const int ShortestWord = 5;

    private const double Enough = 0.6;

    private static readonly HashSet<string> Empty = ["under", "dessa", "enligt", "verksamheten", "behov", "samtliga", "årets", "kommunens", "kommungemensamma", "tillräckliga", "alla"];

    private static readonly Dictionary<string, string[]> SameAs = new()
    {
        ["medverkat"] = ["deltagit", "tillsammans", "närvarat", "deltog", "medverkade"],
        ["genomförts"] = ["hållits", "genomförda", "skett", "genomfört"],
    };

    /// <summary>The question that the sentence is about: most of its own words stand in it, in any inflection, and more than of any other.</summary>
    public static QuestionContent? About(Sentence sentence, IReadOnlyList<QuestionContent> questions)
    {
        var best = questions.Select(question => (Question: question, Part: Part(sentence, question.Text))).MaxBy(pair => pair.Part);
        return best.Part >= Enough ? best.Question : null;
    }

    private static double Part(Sentence sentence, string question)
    {
        var wanted = Tokens.Of(question).Where(token => token.Kind == TokenKind.Word && token.Length >= ShortestWord && !Empty.Contains(token.Text)).Select(token => token.Text).Distinct().ToList();
        if (wanted.Count < 2)
            return 0;
        var found = wanted.Count(word => sentence.Tokens.Any(token => token.Kind == TokenKind.Word && (Alike(token.Text, word) || (SameAs.TryGetValue(word, out var same) && same.Contains(token.Text)))));
        return found < 2 ? 0 : (double)found / wanted.Count;
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
