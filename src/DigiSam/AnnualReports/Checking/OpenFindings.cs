using DigiSam.Requests;

namespace DigiSam.AnnualReports.Checking;

/// <summary>The report goes on when everything that the check found is mended or accepted.</summary>
public sealed class ReportHasOpenFindings(IReadOnlyList<JudgedFinding> open)
    : BrokenRule($"{(open.Count == 1 ? "En sak" : $"{open.Count} saker")} i rapporten ska rättas eller godtas först. De står under Kontroll före inlämning.")
{
    /// <summary>"Avsnitt 4, Sjukfrånvaro: 2 saker".</summary>
    public override IReadOnlyList<string> Details { get; } =
    [
        .. open.GroupBy(judged => (judged.Finding.SectionNumber, judged.Finding.SectionTitle)).OrderBy(same => same.Key.SectionNumber)
            .Select(same => $"Avsnitt {same.Key.SectionNumber}, {same.Key.SectionTitle}: {(same.Count() == 1 ? "en sak" : $"{same.Count()} saker")}"),
    ];
}

internal static class OpenFindings
{
    /// <summary>Fails with <see cref="ReportHasOpenFindings"/>.</summary>
    public static void MustBeEmpty(this IReadOnlyList<JudgedFinding> open)
    {
        if (open.Count > 0)
            throw new ReportHasOpenFindings(open);
    }
}
