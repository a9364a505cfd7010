namespace DigiSam.AnnualReports.Checking.Reading;

internal enum TokenKind
{
    Word,
    Number,

    /// <summary>Digits that are no figure: dates, periods, telephone numbers, ranges, "AFS 2023:1".</summary>
    Code,
    Sign,
}

/// <summary>A word, number or sign of a text, and where it stands.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Decimals">Decimals that a number is written with.</param>
internal readonly record struct TextToken(TokenKind Kind, int Start, int Length, string Text, decimal Value = 0, int Decimals = 0, bool IsCapital = false)
{
    public int End => Start + Length;

    public bool Is(string word) => Kind != TokenKind.Number && Text == word;

    /// <summary>1900–2100 written as a year is.</summary>
    public bool IsYear => Kind == TokenKind.Number && Decimals == 0 && Length == 4 && Value is >= 1900 and <= 2100;
}

/// <summary>A sentence of a text: where it stands, and its tokens.</summary>
internal sealed record Sentence(int Start, int Length, string Text, IReadOnlyList<TextToken> Tokens, bool BeginsBlock);
