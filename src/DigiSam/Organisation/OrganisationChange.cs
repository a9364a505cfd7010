using DigiSam.Imports;
using DigiSam.Language;

namespace DigiSam.Organisation;

/// <summary>Applies the rows of an organisation file to the tree, one after the other.</summary>
internal sealed class OrganisationChange(OrganisationTree tree, DateOnly? validFrom, FaultList faults)
{
    private readonly bool _first = !tree.Places.Exists(place => place is not Municipality);

    /// <summary>How many things changed; zero means that the file says what already holds.</summary>
    public int Changed { get; private set; }

    public int RowsThatChanged { get; private set; }

    /// <summary>Places that got a successor under another name.</summary>
    public int Succeeded { get; private set; }

    /// <summary>New places hold since ever at the first import, else from the day given.</summary>
    private DateOnly From => validFrom ?? DateOnly.MinValue;

    public void Apply(OrganisationRow row)
    {
        var before = Changed;
        var administration = Administration(row);
        var board = tree.CurrentBoard(row.Board) ?? Added(row, "nämnden", row.Board, () => new Board(row.Board, From));
        if (administration is null || board is null)
            return;
        Count(tree.Link(PlaceLinkKind.Contains, tree.Municipality, administration, From));
        Count(tree.Link(PlaceLinkKind.Contains, tree.Municipality, board, From));
        Count(tree.Link(PlaceLinkKind.Serves, administration, board, From));
        foreach (var alias in row.BoardAliases)
        {
            if (tree.CurrentBoard(alias) is { } other && other.Id != board.Id)
                faults.Add(row.Line, $"namnet \"{alias}\" används redan för {other.Name}");
            else
                Count(tree.AddAlias(board, alias));
        }

        if (row.UnitCode is not null && Unit(row, administration) is { } unit)
        {
            Count(tree.Link(PlaceLinkKind.Contains, administration, unit, From));
            Count(tree.Link(PlaceLinkKind.Contains, board, unit, From));
        }

        RowsThatChanged += Changed > before ? 1 : 0;
    }

    /// <summary>A note for each current place that the file leaves out: nothing is closed by silence.</summary>
    public IReadOnlyList<RowFault> NotInFile(IReadOnlyList<OrganisationRow> rows)
    {
        var named = rows.SelectMany(row => new[] { tree.CurrentBoard(row.Board)?.Id, tree.Current<Administration>(row.AdministrationCode)?.Id, row.UnitCode is null ? null : tree.Current<Unit>(row.UnitCode)?.Id })
            .ToHashSet();
        return [.. tree.Places
            .Where(place => place is not Municipality && place.ValidTo == DateOnly.MaxValue && !named.Contains(place.Id))
            .OrderBy(place => place.SortKey, StringComparer.Ordinal)
            .Select(place => new RowFault(0, $"{place.Name} finns i DigiSam men inte i filen och lämnas som den är"))];
    }

    private Administration? Administration(OrganisationRow row) => Named(
        row, tree.Current<Administration>(row.AdministrationCode), row.Administration, "förvaltningen",
        old => new Administration(row.AdministrationCode, row.Administration, From, old));

    private Unit? Unit(OrganisationRow row, Administration administration)
    {
        var unit = Named(row, tree.Current<Unit>(row.UnitCode!), row.Unit!, "enheten", old => new Unit(row.UnitCode!, row.Unit!, From, old));
        if (unit is null)
            return null;
        var elsewhere = tree.Links.Find(link => link.ChildId == unit.Id && link.Kind == PlaceLinkKind.Contains
            && link.ParentId != administration.Id && link.ValidTo == DateOnly.MaxValue
            && tree.Places.Exists(place => place.Id == link.ParentId && place is Administration));
        if (elsewhere is null)
            return unit;
        if (!DayIsKnown(row.Line, $"enheten {row.Unit} byter förvaltning") || !DayIsLater(row.Line, $"enheten {row.Unit}", elsewhere.ValidFrom))
            return null;
        elsewhere.End(From.AddDays(-1));
        return unit;
    }

    /// <summary>The current place, a new one, or a successor when the same code has got another name.</summary>
    private TPlace? Named<TPlace>(OrganisationRow row, TPlace? current, string name, string what, Func<Guid?, TPlace> make)
        where TPlace : Place
    {
        if (current is null)
            return Added(row, what, name, () => make(null));
        if (current.Name == name)
            return current;
        if (!DayIsKnown(row.Line, $"{what} {current.Code} heter {current.Name} i DigiSam och {name} i filen")
            || !DayIsLater(row.Line, $"{what} {current.Name}", current.ValidFrom))
            return null;
        current.End(From.AddDays(-1));
        tree.EndLinks(current, From);
        Succeeded++;
        Changed++;
        return tree.Add(make(current.Id));
    }

    private TPlace? Added<TPlace>(OrganisationRow row, string what, string name, Func<TPlace> make)
        where TPlace : Place
    {
        if (!_first && !DayIsKnown(row.Line, $"{what} {name} är ny"))
            return null;
        Changed++;
        return tree.Add(make());
    }

    private bool DayIsKnown(int line, string what)
    {
        if (validFrom is not null)
            return true;
        faults.Add(line, $"{what}; ange från och med vilken dag det gäller med --valid-from");
        return false;
    }

    /// <summary>What is ended must have held for a day at least.</summary>
    private bool DayIsLater(int line, string what, DateOnly began)
    {
        if (From > began)
            return true;
        faults.Add(line, began == DateOnly.MinValue
            ? $"{what} kan inte ändras från tidernas början; ange en senare dag med --valid-from"
            : $"{what} gäller från och med {SwedishDate.Short(began)}; ange en senare dag än så med --valid-from");
        return false;
    }

    private void Count(bool changed) => Changed += changed ? 1 : 0;
}
