using DigiSam.Imports;
using DigiSam.Language;

namespace DigiSam.Organisation;

/// <summary>A row whose places were found or made.</summary>
internal sealed record PlacedRow(int Line, Administration Administration, Board Board, Unit? Unit);

/// <summary>Brings the organisation to what a file says from a day on.</summary>
internal sealed class OrganisationChange(OrganisationTree tree, ImportDay day, FaultList faults, OrganisationReceipt receipt)
{
    private readonly PlaceSuccession _succession = new(tree, day, receipt);

    /// <summary>Applies the whole file; what cannot be is a fault, and then nothing of it may be saved.</summary>
    /// <param name="complete">What is not in the file ends the day before.</param>
    public void Apply(OrganisationFile file, bool complete)
    {
        var standing = tree.Current<Place>().Where(place => place is not Municipality).ToList();
        var rows = Place(file.Rows);
        var named = rows.SelectMany(row => new Place?[] { row.Administration, row.Board, row.Unit }).OfType<Place>().ToHashSet();
        var leftOut = standing.Where(place => place.IsCurrent && !named.Contains(place)).OrderBy(place => place.SortKey, StringComparer.Ordinal).ToList();
        var everyRowIsPlaced = rows.Count == file.Rows.Count;
        var closed = complete && everyRowIsPlaced && UnitsAreMeant(file, leftOut) ? leftOut.Where(place => _succession.MayEnd(0, place)).ToList() : [];
        new OrganisationLinks(tree, new LinkPlan(tree, _succession, rows, closed.Select(place => place.Id).ToHashSet(), complete), _succession, day, receipt).Apply();
        foreach (var place in closed)
            Close(place);
        if (!complete)
            TellLeftOut(leftOut);
    }

    /// <summary>The rows whose places are all there; of a unit, all rows or none, lest it seem to leave a place that has a fault.</summary>
    private List<PlacedRow> Place(IReadOnlyList<OrganisationRow> rows)
    {
        var boards = new OrganisationBoards(tree, _succession, day, faults, receipt).Find(rows);
        var administrations = rows.GroupBy(row => row.AdministrationCode)
            .ToDictionary(code => code.Key, code => Coded(code.First().Line, new Administration(code.Key, code.First().Administration, day.Day)));
        var units = rows.Where(row => row.UnitCode is not null).GroupBy(row => row.UnitCode!)
            .ToDictionary(code => code.Key, code => Coded(code.First().Line, new Unit(code.Key, code.First().Unit!, day.Day)));
        var placed = new List<PlacedRow>();
        foreach (var unit in rows.GroupBy(row => row.UnitCode ?? $"rad {row.Line}"))
        {
            var whole = unit.Select(row => administrations[row.AdministrationCode] is { } administration
                && boards[SwedishText.Fold(row.Board)] is { } board
                && (row.UnitCode is null || units[row.UnitCode] is not null)
                    ? new PlacedRow(row.Line, administration, board, row.UnitCode is null ? null : units[row.UnitCode])
                    : null).ToList();
            if (!whole.Contains(null))
                placed.AddRange(whole!);
        }

        return placed;
    }

    /// <summary>The current place with the code, a new one, or a successor when its name is another.</summary>
    private TPlace? Coded<TPlace>(int line, TPlace inFile)
        where TPlace : Place
    {
        var current = tree.Current<TPlace>().FirstOrDefault(place => place.Code == inFile.Code);
        if (current is null)
            return _succession.New(line, inFile);
        return current.FoldedName == inFile.FoldedName ? current : _succession.Succeed(line, current, inFile);
    }

    /// <summary>A file without columns for units says nothing of them, and must not end them all.</summary>
    private bool UnitsAreMeant(OrganisationFile file, IReadOnlyList<Place> leftOut)
    {
        var units = leftOut.Count(place => place is Unit);
        if (file.HasUnits || units == 0)
            return true;
        faults.Add(1, $"filen har inte kolumnerna unit_code och unit, och med --complete skulle {(units == 1 ? "den enda enheten" : $"alla {units} enheter")} upphöra; lägg till kolumnerna, eller importera utan --complete");
        return false;
    }

    private void Close(Place place)
    {
        place.End(day.DayBefore);
        receipt.Change(0);
        receipt.Note($"{place.Name} upphör; sista dagen är {SwedishDate.Short(place.ValidTo)}");
    }

    /// <summary>A note for each current place that the file leaves out: nothing is closed by silence.</summary>
    private void TellLeftOut(IReadOnlyList<Place> leftOut)
    {
        var boardsAreAdded = tree.NewPlaces.OfType<Board>().Any(tree.IsFresh);
        foreach (var place in leftOut)
        {
            var renamed = place is Board && boardsAreAdded ? ". Har den bytt namn? Skriv det gamla namnet i board_aliases och ange --valid-from." : "";
            receipt.Note($"{place.Name} finns i DigiSam men inte i filen och lämnas som den är{renamed}");
        }
    }
}
