using DigiSam.Comparisons;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.SickLeave;

namespace DigiSam.ColumnMappings;

/// <summary>A table that figures are taken in by, as those who choose columns for it need to know it.</summary>
/// <param name="Key">"absence-unit".</param>
/// <param name="Name">"Frånvaro per enhet".</param>
/// <param name="Needed">Of each of these at least one column must be there.</param>
public sealed record ImportTable(string Key, ImportKind Kind, string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Needed)
{
    /// <summary>All tables whose columns may be chosen.</summary>
    public static IReadOnlyList<ImportTable> All { get; } =
    [
        .. Enum.GetValues<AbsenceTable>().Select(table => Whole($"absence-{table}".ToLowerInvariant(), ImportKind.Absence, AbsenceTemplate.Name(table), AbsenceFile.ColumnsOf(table))),
        .. FigureTables.All.Select(form => form.Table == FigureTable.Incidents
            ? new ImportTable(form.Command, form.Kind, form.Name, IncidentExtract.Template, IncidentExtract.Needed)
            : Whole(form.Command, form.Kind, form.Name, form.Columns)),
        Whole("comparison", ImportKind.Comparison, "Andra kommuners publicerade värden", ComparisonFile.Columns),
    ];

    /// <summary>The table of a key; null when there is none.</summary>
    public static ImportTable? Of(string? key) => All.SingleOrDefault(table => table.Key == key);

    /// <summary>The table that a header has the most in common with, and whether it can be read by it as it stands.</summary>
    /// <param name="header">Folded names.</param>
    internal static (ImportTable Table, bool Fits) Nearest(IReadOnlyList<string> header)
    {
        if (IncidentExtract.Recognises(header))
            return (All.Single(table => table.Kind == ImportKind.Incidents), true);
        var nearest = All.Select(table => (Table: table, Missing: table.Missing(header), Unknown: table.Unknown(header)))
            .OrderBy(table => table.Missing == 0 && table.Unknown == 0 ? 0 : 1).ThenByDescending(table => 2 * ColumnGuess.Of(table.Table, header).Count - table.Table.Columns.Count).First();
        return (nearest.Table, nearest is { Missing: 0, Unknown: 0 });
    }

    /// <summary>Groups of needed columns that a header has none of.</summary>
    internal int Missing(IReadOnlyCollection<string> header) => Needed.Count(group => !group.Any(header.Contains));

    private int Unknown(IReadOnlyCollection<string> header) => FigureTables.All.Any(form => form.Kind == Kind && form.IsExtract) ? 0 : header.Count(name => !Columns.Contains(name));

    private static ImportTable Whole(string key, ImportKind kind, string name, IReadOnlyList<string> columns) =>
        new(key, kind, name, columns, [.. columns.Select(column => (IReadOnlyList<string>)[column])]);
}
