using DigiSam.Imports;
using DigiSam.Language;

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
internal static class OrganisationFile
{
    private static readonly string[] Expected = ["administration_code", "administration", "board"];

    public static IReadOnlyList<OrganisationRow> Read(string file, byte[] content)
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
        Check(rows, faults);
        faults.ThrowIfAny();
        return rows;
    }

    private static void Check(List<OrganisationRow> rows, FaultList faults)
    {
        var seen = new Dictionary<(string, string, string), int>();
        var administrations = new Dictionary<string, OrganisationRow>();
        var units = new Dictionary<string, OrganisationRow>();
        foreach (var row in rows)
        {
            if (row.AdministrationCode.Length == 0 || row.Administration.Length == 0 || row.Board.Length == 0)
                faults.Add(row.Line, "förvaltningens kod, förvaltningens namn och nämnden ska alla vara ifyllda");
            if (row.UnitCode is null != row.Unit is null)
                faults.Add(row.Line, "enhetens kod och namn ska båda vara ifyllda eller båda tomma");
            foreach (var text in row.BoardAliases.Concat([row.Administration, row.Board, row.Unit ?? ""]).Where(text => text.Length > 200))
                faults.Add(row.Line, $"\"{text[..40]}…\" är längre än 200 tecken");
            foreach (var code in new[] { row.AdministrationCode, row.UnitCode ?? "" }.Where(code => code.Length > 40))
                faults.Add(row.Line, $"koden \"{code[..20]}…\" är längre än 40 tecken");

            if (!seen.TryAdd((row.AdministrationCode, SwedishText.Fold(row.Board), row.UnitCode ?? ""), row.Line))
                faults.Add(row.Line, $"raden upprepar rad {seen[(row.AdministrationCode, SwedishText.Fold(row.Board), row.UnitCode ?? "")]}");
            if (!administrations.TryAdd(row.AdministrationCode, row) && administrations[row.AdministrationCode] is var first
                && first.Administration != row.Administration)
                faults.Add(row.Line, $"koden {row.AdministrationCode} heter {first.Administration} på rad {first.Line} och {row.Administration} här");
            if (row.UnitCode is null || units.TryAdd(row.UnitCode, row))
                continue;
            var unit = units[row.UnitCode];
            if (unit.Unit != row.Unit)
                faults.Add(row.Line, $"enheten {row.UnitCode} heter {unit.Unit} på rad {unit.Line} och {row.Unit} här");
            if (unit.AdministrationCode != row.AdministrationCode)
                faults.Add(row.Line, $"enheten {row.UnitCode} hör till {unit.AdministrationCode} på rad {unit.Line} och till {row.AdministrationCode} här; en enhet hör till en förvaltning");
        }
    }
}
