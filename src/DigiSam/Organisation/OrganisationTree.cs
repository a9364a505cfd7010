namespace DigiSam.Organisation;

/// <summary>The whole organisation in memory while an import changes it: what was there and what is new.</summary>
internal sealed class OrganisationTree(List<Place> places, List<PlaceLink> links, List<PlaceAlias> aliases)
{
    private readonly Dictionary<Guid, Place> _byId = places.ToDictionary(place => place.Id);
    private readonly HashSet<Guid> _new = [];

    public List<Place> Places { get; } = places;

    public List<PlaceLink> Links { get; } = links;

    public List<PlaceAlias> Aliases { get; } = aliases;

    public List<Place> NewPlaces { get; } = [];

    public List<PlaceLink> NewLinks { get; } = [];

    public List<PlaceAlias> NewAliases { get; } = [];

    public Municipality Municipality => Places.OfType<Municipality>().Single();

    /// <summary>No import has been made: there is nothing but the municipality.</summary>
    public bool IsEmpty => Places.TrueForAll(place => place is Municipality);

    public Place this[Guid id] => _byId[id];

    public IEnumerable<TPlace> Current<TPlace>()
        where TPlace : Place => Places.OfType<TPlace>().Where(place => place.IsCurrent);

    /// <summary>The place was not there before this import, under any name.</summary>
    public bool IsFresh(Place place) => _new.Contains(place.Id) && place.PredecessorId is null;

    public TPlace Add<TPlace>(TPlace place)
        where TPlace : Place
    {
        if (!_byId.TryAdd(place.Id, place))
            return place;
        Places.Add(place);
        NewPlaces.Add(place);
        _new.Add(place.Id);
        return place;
    }

    public bool AddAlias(Board board, string name)
    {
        var alias = new PlaceAlias(board.Id, name);
        if (alias.FoldedName == board.FoldedName || Aliases.Exists(known => known.PlaceId == board.Id && known.FoldedName == alias.FoldedName))
            return false;
        Aliases.Add(alias);
        NewAliases.Add(alias);
        return true;
    }

    public void Link(PlaceLinkKind kind, Guid parentId, Guid childId, DateOnly from)
    {
        var link = new PlaceLink(kind, parentId, childId, from);
        Links.Add(link);
        NewLinks.Add(link);
    }

    /// <summary>The last day of an ended place that had the same code or, where places of the kind have none, the same name.</summary>
    public DateOnly? LastDayOfAnother(Place place)
    {
        var ended = Places.Where(other => other.GetType() == place.GetType() && !other.IsCurrent
            && (place.Code is null ? other.FoldedName == place.FoldedName : other.Code == place.Code)).ToList();
        return ended.Count == 0 ? null : ended.Max(other => other.ValidTo);
    }

    /// <summary>The first day that can follow the last of a place: the day after it began and after all that has happened to its links.</summary>
    public DateOnly EarliestAfter(Place place) => Links
        .Where(link => link.ParentId == place.Id || link.ChildId == place.Id)
        .Select(link => link.IsOpen ? link.ValidFrom : link.ValidTo)
        .Append(place.ValidFrom)
        .Max().AddDays(1);
}
