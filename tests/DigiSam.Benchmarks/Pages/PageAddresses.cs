namespace DigiSam.Benchmarks.Pages;

/// <summary>A page, and the same rows as the bare host gives them.</summary>
/// <param name="Name">As the table says it.</param>
/// <param name="Address">Where DigiSam has it.</param>
/// <param name="Bare">Where the bare host has its rows.</param>
/// <param name="Rows">The queries that the bare host answers with.</param>
internal sealed record PageAddress(string Name, string Address, string Bare, IReadOnlyList<string> Rows)
{
    /// <summary>A page far into a list: reached once by its links, and then opened by its address.</summary>
    public int Number { get; init; } = 1;
}

/// <summary>The pages that are timed. The register's seven filters and orders are those that it has indexes for.</summary>
internal static class PageAddresses
{
    private const string ByRank = "r.\"Rank\" DESC, r.Id DESC";

    private const string Open = "r.Status = 'Open'";

    public static readonly PageAddress FirstOfRegister = Register("Risker", "", Open, ByRank);

    public static readonly PageAddress Overview = new("Översikt", "/", "/rader/oversikt", OverviewRows.Queries);

    public static IReadOnlyList<PageAddress> All { get; } =
    [
        Overview,
        FirstOfRegister,
        Register("Risker, senast upptäckt", "?sort=upptackt", Open, "r.FoundOn DESC, r.Id DESC"),
        Register("Risker, efter namn", "?sort=risk", Open, "r.SortKey, r.Id"),
        Register("Risker, hög nivå", "?niva=high", $"{Open} AND r.Level = 'high'", ByRank),
        Register("Risker, lokaler", "?kategori=premises", $"{Open} AND r.Category = 'Premises'", ByRank),
        Register("Risker, allvarliga", "?markt=allvarliga", $"{Open} AND r.Serious = 1", ByRank),
        Register("Risker, planerade", "?lage=planerade", $"{Open} AND r.Stage = 'Planned'", ByRank),
        Register("Risker, stängda", "?lage=stangda", "r.Status = 'Closed'", ByRank),
        Register("Risker, sida 100", "#100", $"{Open}", ByRank, beyond: "(r.\"Rank\", r.Id) < ($rank, $id)") with { Number = 100 },
        new("Rapporter", "/rapporter", "/rader/rapporter", ReportRows.Queries),
    ];

    private static PageAddress Register(string name, string query, string where, string order, string? beyond = null) => new(
        name,
        $"/risker{(beyond is null ? query : "")}",
        $"/rader/risker-{query.TrimStart('?', '#').Replace('=', '-')}",
        [
            $"SELECT COUNT(*) AS Number FROM (SELECT 1 FROM Risks r WHERE {where} LIMIT 1001)",
            $"""
             SELECT r.Id, r.UnitId, (SELECT p.Name FROM Places p WHERE p.Id = r.UnitId) AS Unit, r.Title, r.Category, r.Source, r.FoundOn, r.Status,
                 r.Value, r.Level, r.Serious, r.AssessedOn, r.LiftedBecause IS NOT NULL AS Lifted,
                 (SELECT COUNT(*) FROM MeasureRisk s WHERE s.RiskId = r.Id AND (SELECT m.Status FROM Measures m WHERE m.Id = s.MeasureId) = 'Planned') AS OpenMeasures
             FROM (SELECT r.Id FROM Risks r WHERE {where}{(beyond is null ? "" : $" AND {beyond}")} ORDER BY {order} LIMIT 51) AS shown CROSS JOIN Risks r ON r.Id = shown.Id
             ORDER BY {order}
             """,
        ]);
}
