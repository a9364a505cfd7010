namespace DigiSam.AnnualReports.Content;

/// <summary>The report's way so far: its number in the register, and what representatives and committees have said.</summary>
/// <param name="Version">1, and one more each time the board has returned it.</param>
public sealed record HandlingContent(
    string? CaseNumber,
    int Version,
    IReadOnlyList<InvolvementContent> Involvement,
    IReadOnlyList<TreatmentContent> Treatments);

/// <summary>A safety representative's word: of this report, or a differing view from a report below, which stands all the way up.</summary>
/// <param name="Place">The place that it was said of; in public documents never a unit.</param>
/// <param name="DifferingView">Word for word.</param>
public sealed record InvolvementContent(string Place, bool TookPart, string? DifferingView);

/// <summary>A committee has treated the report.</summary>
public sealed record TreatmentContent(string Committee, DateOnly Date, string? Views, string? ProtocolReference);
