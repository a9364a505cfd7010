using DigiSam.AnnualReports.Checking;
using DigiSam.Web.Frame;

namespace DigiSam.Web.AnnualReports;

/// <summary>What a form beside the check's findings asks for: to let some stand, or to take that back.</summary>
/// <param name="Keys">The findings as they were when the page was made; they may be others now.</param>
/// <param name="Spot">Where they stood (see <see cref="SpotOf"/>), to know them again by when their words have changed.</param>
/// <param name="Reason">Null takes an acceptance back.</param>
internal sealed record FindingAct(IReadOnlyList<string> Keys, string Spot, string? Reason)
{
    public const string Accept = "godta-fynd";

    public const string TakeBack = "angra-fynd";

    public const string KeyField = "fynd";

    public const string SpotField = "plats-fynd";

    public const string ReasonField = "skal-fynd";

    /// <summary>The sentence that tells it is done.</summary>
    public string Notice => Reason is null ? "Godtagandet är ångrat." : "Det är godtaget, med din förklaring.";

    /// <summary>The act that the form asks for; null when it names none of these.</summary>
    public static FindingAct? Of(IFormCollection form)
    {
        IReadOnlyList<string> keys = [.. form[KeyField].OfType<string>()];
        return form[ActForm.Field].ToString() switch
        {
            Accept => new(keys, form[SpotField].ToString(), form[ReasonField].ToString()),
            TakeBack => new(keys, form[SpotField].ToString(), null),
            _ => null,
        };
    }

    /// <summary>The rule and the section of a finding; all sections without an assessment are one.</summary>
    public static string SpotOf(Finding finding) => finding.Rule == FindingRules.EmptyAnalysis ? finding.Rule : $"{finding.Rule} {finding.SectionKey}";

    /// <summary>
    /// The finding whose form the reason stands in again when it was refused: the same one, else the first of the same rule in the
    /// same section; null when no open one is left that can be accepted.
    /// </summary>
    public Finding? Again(CheckedReport? check)
    {
        var open = (check?.Findings ?? []).Where(judged => judged is { Accepted: null, Finding.Kind: FindingKind.MendOrAccept }).Select(judged => judged.Finding).ToList();
        return Reason is null ? null : open.FirstOrDefault(finding => Keys.Contains(finding.Key)) ?? open.FirstOrDefault(finding => SpotOf(finding) == Spot);
    }
}
