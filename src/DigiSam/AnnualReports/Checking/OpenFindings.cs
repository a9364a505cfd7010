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

/// <summary>A report whose check could not be finished does not go on.</summary>
public sealed class ReportIsNotChecked() : BrokenRule("Kontrollen av rapporten kunde inte göras klart, så den kan inte gå vidare. Det är ett fel i DigiSam: säg till den som sköter programmet.");

internal static class OpenFindings
{
    /// <summary>Fails with <see cref="ReportHasOpenFindings"/>, or with <see cref="ReportIsNotChecked"/> when a rule failed.</summary>
    public static void MustLetThrough(this CheckedReport check)
    {
        if (check.Stopping is { Count: > 0 } open)
            throw new ReportHasOpenFindings(open);
        if (check.Failed.Count > 0)
            throw new ReportIsNotChecked();
    }
}
