using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DigiSam.AnnualReports.Checking;

public enum FindingKind
{
    /// <summary>Worth a look; it stops nothing.</summary>
    Remark,

    /// <summary>Mended, or accepted with a reason, before the report goes on.</summary>
    MendOrAccept,

    /// <summary>Must be mended: nobody can accept it.</summary>
    Mend,
}

/// <summary>Words in a text, counted in characters from where the text or the sentence begins.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int Length);

/// <summary>A figure or answer that a finding is about, as the report shows it: "Total sjukfrånvaro, kvinnor, R12 2025-12", "8,6".</summary>
public sealed record FindingFigure(string Name, string Shown);

/// <summary>
/// Something in a report that does not agree with what stands beside it, or should not stand there. It is the same finding as
/// long as its sentence and its figure are the same.
/// </summary>
/// <param name="Rule">The key of the rule that found it.</param>
/// <param name="Place">Where the sentence stands in the section's plain text; null where no sentence is meant.</param>
/// <param name="Sentence">Word for word; empty where none is meant.</param>
/// <param name="Marks">The telling words within the sentence.</param>
public sealed record Finding(
    string Rule, FindingKind Kind, string SectionKey, int SectionNumber, string SectionTitle, string Message, string Advice, TextSpan? Place, string Sentence, IReadOnlyList<TextSpan> Marks, FindingFigure? Figure)
{
    /// <summary>Length of <see cref="Key"/>.</summary>
    public const int KeyLength = 64;

    /// <summary>SHA-256 of rule, section, sentence, marked words, figure and message: another sentence or figure is another finding.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        Rule, SectionKey, Sentence, string.Join(' ', Marks.Select(mark => Sentence.Substring(mark.Start, mark.Length))), Figure?.Name, Figure?.Shown, Message))));
}

/// <summary>What a check came to.</summary>
/// <param name="Agreeing">Statements of the texts that were held against a table and agree with it.</param>
/// <param name="Failed">Rules that could not be held against the report.</param>
internal sealed record CheckResult(IReadOnlyList<Finding> Findings, int Agreeing, IReadOnlyList<FailedRule> Failed);

/// <summary>A rule that failed, and how.</summary>
internal sealed record FailedRule(string Rule, Exception Fault);
