using DigiSam.Imports;
using DigiSam.Language;

namespace DigiSam.Organisation;

/// <summary>What a file of the organisation can contradict by itself. Names are compared as they are searched, folded.</summary>
internal static class OrganisationFileCheck
{
    private const int LongestCode = 40;

    private const int LongestName = Place.LongestName;

    public static void Check(IReadOnlyList<OrganisationRow> rows, FaultList faults)
    {
        foreach (var row in rows)
        {
            if (row.AdministrationCode.Length == 0 || row.Administration.Length == 0 || row.Board.Length == 0)
                faults.Add(row.Line, "förvaltningens kod, förvaltningens namn och nämnden ska alla vara ifyllda");
            if (row.UnitCode is null != row.Unit is null)
                faults.Add(row.Line, "enhetens kod och namn ska båda vara ifyllda eller båda tomma");
            foreach (var code in new[] { row.AdministrationCode, row.UnitCode ?? "" }.Where(code => code.Length > LongestCode))
                faults.Add(row.Line, $"koden \"{code[..20]}…\" är längre än {LongestCode} tecken");
            foreach (var name in row.BoardAliases.Concat([row.Administration, row.Board, row.Unit ?? ""]).Where(name => name.Length > LongestName))
                faults.Add(row.Line, $"\"{name[..40]}…\" är längre än {LongestName} tecken");
        }

        Repetitions(rows, faults);
        Administrations(rows, faults);
        Units(rows, faults);
        Aliases(rows, faults);
    }

    private static void Repetitions(IReadOnlyList<OrganisationRow> rows, FaultList faults)
    {
        foreach (var same in rows.GroupBy(row => (row.AdministrationCode, SwedishText.Fold(row.Board), row.UnitCode)))
        {
            foreach (var row in same.Skip(1))
                faults.Add(row.Line, $"raden upprepar rad {same.First().Line}");
        }
    }

    private static void Administrations(IReadOnlyList<OrganisationRow> rows, FaultList faults)
    {
        foreach (var (first, row) in Pairs(rows.GroupBy(row => row.AdministrationCode)))
        {
            if (Differ(first.Administration, row.Administration))
                faults.Add(row.Line, $"koden {row.AdministrationCode} heter {first.Administration} på rad {first.Line} och {row.Administration} här");
        }
    }

    private static void Units(IReadOnlyList<OrganisationRow> rows, FaultList faults)
    {
        foreach (var (first, row) in Pairs(rows.Where(row => row.UnitCode is not null).GroupBy(row => row.UnitCode!)))
        {
            if (Differ(first.Unit ?? "", row.Unit ?? ""))
                faults.Add(row.Line, $"enheten {row.UnitCode} heter {first.Unit} på rad {first.Line} och {row.Unit} här");
            if (first.AdministrationCode != row.AdministrationCode)
                faults.Add(row.Line, $"enheten {row.UnitCode} hör till {first.AdministrationCode} på rad {first.Line} och till {row.AdministrationCode} här; en enhet hör till en förvaltning");
        }
    }

    /// <summary>A name is one board's: neither a board of the file nor another board's alias is swallowed by it.</summary>
    private static void Aliases(IReadOnlyList<OrganisationRow> rows, FaultList faults)
    {
        var boards = rows.GroupBy(row => SwedishText.Fold(row.Board)).ToDictionary(same => same.Key, same => same.First());
        var owners = new Dictionary<string, OrganisationRow>();
        foreach (var row in rows)
        {
            foreach (var alias in row.BoardAliases)
            {
                var folded = SwedishText.Fold(alias);
                if (boards.TryGetValue(folded, out var board) && Differ(board.Board, row.Board))
                    faults.Add(row.Line, $"\"{alias}\" står i board_aliases för {row.Board} men är en egen nämnd på rad {board.Line}; ta bort det ena");
                else if (!owners.TryAdd(folded, row) && Differ(owners[folded].Board, row.Board))
                    faults.Add(row.Line, $"\"{alias}\" står i board_aliases för {owners[folded].Board} på rad {owners[folded].Line} och för {row.Board} här; ett namn är en nämnds");
            }
        }
    }

    private static IEnumerable<(OrganisationRow First, OrganisationRow Row)> Pairs(IEnumerable<IGrouping<string, OrganisationRow>> groups) =>
        groups.SelectMany(same => same.Skip(1).Select(row => (same.First(), row)));

    private static bool Differ(string one, string other) => SwedishText.Fold(one) != SwedishText.Fold(other);
}
