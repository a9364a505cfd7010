namespace DigiSam.Organisation;

/// <summary>Which places a link joins and how, whenever it holds.</summary>
internal sealed record LinkKey(PlaceLinkKind Kind, Guid Parent, Guid Child)
{
    public static LinkKey Of(PlaceLink link) => new(link.Kind, link.ParentId, link.ChildId);
}

/// <summary>
/// The links that hold from the day of an import. A unit in the file belongs to exactly the administration and boards that
/// the file names for it; the links of a renamed place go on with its successor; other links stay.
/// </summary>
internal sealed class LinkPlan
{
    private readonly PlaceSuccession _succession;
    private readonly Dictionary<LinkKey, int> _named = [];
    private readonly Dictionary<Guid, int> _units = [];

    /// <summary>Plans from the links that are open and the rows whose places were found.</summary>
    /// <param name="closed">Places that end the day before.</param>
    /// <param name="complete">The file is the whole organisation: an administration serves the boards that it names and no others.</param>
    public LinkPlan(OrganisationTree tree, PlaceSuccession succession, IReadOnlyList<PlacedRow> rows, IReadOnlySet<Guid> closed, bool complete)
    {
        _succession = succession;
        foreach (var row in rows)
            Name(row, tree.Municipality.Id);
        Before = tree.Links.Where(link => link.IsOpen).Select(Now).ToHashSet();
        Wanted = Before.Where(Stays).Concat(_named.Keys).ToHashSet();
        Changes = [.. Wanted.Except(Before), .. Before.Except(Wanted)];

        bool Stays(LinkKey link) =>
            !closed.Contains(link.Parent)
            && !closed.Contains(link.Child)
            && (link.Kind == PlaceLinkKind.Contains ? !_units.ContainsKey(link.Child) : !complete);
    }

    /// <summary>The links that hold until the day, as links of the successors where places are renamed.</summary>
    public IReadOnlySet<LinkKey> Before { get; }

    public IReadOnlySet<LinkKey> Wanted { get; }

    /// <summary>What does not only go on under another name.</summary>
    public IReadOnlyList<LinkKey> Changes { get; }

    public bool IsUnitInFile(Guid id) => _units.ContainsKey(id);

    /// <summary>The link does not end but is its places' successors' from the day.</summary>
    public bool GoesOn(PlaceLink link) => Wanted.Contains(Now(link));

    /// <summary>The line that names the link, or else its unit; 0 for none.</summary>
    public int LineOf(LinkKey link) => _named.TryGetValue(link, out var line) ? line : _units.GetValueOrDefault(link.Child);

    private LinkKey Now(PlaceLink link) => new(link.Kind, _succession.Now(link.ParentId), _succession.Now(link.ChildId));

    private void Name(PlacedRow row, Guid municipality)
    {
        _named.TryAdd(new LinkKey(PlaceLinkKind.Contains, municipality, row.Administration.Id), row.Line);
        _named.TryAdd(new LinkKey(PlaceLinkKind.Contains, municipality, row.Board.Id), row.Line);
        _named.TryAdd(new LinkKey(PlaceLinkKind.Serves, row.Administration.Id, row.Board.Id), row.Line);
        if (row.Unit is null)
            return;
        _units.TryAdd(row.Unit.Id, row.Line);
        _named.TryAdd(new LinkKey(PlaceLinkKind.Contains, row.Administration.Id, row.Unit.Id), row.Line);
        _named.TryAdd(new LinkKey(PlaceLinkKind.Contains, row.Board.Id, row.Unit.Id), row.Line);
    }
}
