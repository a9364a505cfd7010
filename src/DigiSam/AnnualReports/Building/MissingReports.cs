using DigiSam.AnnualReports.Documents;

namespace DigiSam.AnnualReports.Building;

/// <summary>
/// Tells how many units' reports a higher report lacks, and which: but a report that goes to a board is public and names no
/// single unit.
/// </summary>
internal static class MissingReports
{
    private const int MostNames = 10;

    public static IEnumerable<string> Among(IReadOnlyList<UnitBelow> units, ReportLevel level)
    {
        var missing = units.Where(unit => !unit.Counts).ToList();
        if (units.Count == 0)
            return ["Det finns inga enheter som rapporterar."];
        if (missing.Count == 0)
            return [];
        if (missing.Count == units.Count)
            return [$"Ingen av {Counted(units.Count)} har lämnat en klar rapport."];
        if (level != ReportLevel.Municipality)
            return [$"Rapport saknas från {missing.Count} av {Counted(units.Count)}{(level.Decides() ? "" : $": {Names(missing)}")}."];
        return from administration in units.GroupBy(unit => unit.Administration ?? "enheter utan förvaltning")
               let lacking = administration.Count(unit => !unit.Counts)
               where lacking > 0
               select $"{administration.Key}: rapport saknas från {lacking} av {Counted(administration.Count())}.";
    }

    private static string Names(List<UnitBelow> units) => units.Count <= MostNames
        ? PlainText.List([.. units.Select(unit => unit.Name)])
        : $"{string.Join(", ", units.Take(MostNames).Select(unit => unit.Name))} och {units.Count - MostNames} till";

    private static string Counted(int units) => units == 1 ? "1 enhet" : $"{Language.SwedishNumber.Show(units, 0)} enheter";
}
