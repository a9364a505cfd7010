using DigiSam.Imports;

namespace DigiSam.Organisation;

/// <summary>A row: an administration works for a board, and a unit of it, if one is named, belongs to both.</summary>
internal sealed record OrganisationRow(
    int Line,
    string AdministrationCode,
    string Administration,
    string Board,
    IReadOnlyList<string> BoardAliases,
    string? UnitCode,
    string? Unit);

/// <summary>
/// Reads a file of the organisation: administration_code, administration, board and, where the file has them,
/// board_aliases (separated by |), unit_code and unit. Swedish column names do as well.
/// </summary>
internal sealed class OrganisationFile
{
    private static readonly string[] Expected = ["administration_code", "administration", "board"];

    private OrganisationFile(IReadOnlyList<OrganisationRow> rows, bool hasUnits)
    {
        Rows = rows;
        HasUnits = hasUnits;
    }

    public IReadOnlyList<OrganisationRow> Rows { get; }

    /// <summary>The file has the columns for units, whether or not a row names one.</summary>
    public bool HasUnits { get; }

    /// <summary>Reads the file or fails with <see cref="FileRefused"/>, naming every fault that the file shows by itself.</summary>
    public static OrganisationFile Read(string file, byte[] content)
    {
        var table = TableFile.Read(file, content);
        var faults = table.Faults;
        int[] required =
        [
            table.Column("administration_code", "förvaltningskod"),
            table.Column("administration", "förvaltning"),
            table.Column("board", "nämnd"),
        ];
        for (var index = 0; index < required.Length; index++)
        {
            if (required[index] < 0)
                faults.Add(1, $"kolumnen \"{Expected[index]}\" saknas");
        }

        var aliases = table.Column("board_aliases", "nämndens_andra_namn");
        var unitCode = table.Column("unit_code", "enhetskod");
        var unit = table.Column("unit", "enhet");
        if (unitCode < 0 != unit < 0)
            faults.Add(1, "unit_code och unit hör ihop: ange båda eller ingen");
        var known = required.Append(aliases).Append(unitCode).Append(unit).ToHashSet();
        for (var index = 0; index < table.Header.Count; index++)
        {
            if (!known.Contains(index))
                faults.Add(1, $"kolumnen \"{table.Header[index]}\" är okänd");
        }

        faults.ThrowIfHeader();
        var rows = table.Rows.Select(row => new OrganisationRow(
            row.Line,
            row.Cells[required[0]],
            row.Cells[required[1]],
            row.Cells[required[2]],
            aliases < 0 ? [] : row.Cells[aliases].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            unitCode < 0 || row.Cells[unitCode].Length == 0 ? null : row.Cells[unitCode],
            unit < 0 || row.Cells[unit].Length == 0 ? null : row.Cells[unit])).ToList();
        OrganisationFileCheck.Check(rows, faults);
        faults.ThrowIfAny();
        return new OrganisationFile(rows, unit >= 0);
    }
}
