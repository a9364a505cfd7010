using DigiSam.Language;

namespace DigiSam.Organisation;

/// <summary>The whole organisation in memory while an import changes it: what was there and what is new.</summary>
internal sealed class OrganisationTree(List<Place> places, List<PlaceLink> links, List<PlaceAlias> aliases)
{
    public List<Place> Places { get; } = places;

    public List<PlaceLink> Links { get; } = links;

    public List<PlaceAlias> Aliases { get; } = aliases;

    public List<Place> NewPlaces { get; } = [];

    public List<PlaceLink> NewLinks { get; } = [];

    public List<PlaceAlias> NewAliases { get; } = [];

    public Municipality Municipality => Places.OfType<Municipality>().Single();

    public TPlace? Current<TPlace>(string code)
        where TPlace : Place =>
        Places.OfType<TPlace>().FirstOrDefault(place => place.Code == code && place.ValidTo == DateOnly.MaxValue);

    public Board? CurrentBoard(string name)
    {
        var folded = SwedishText.Fold(name);
        var current = Places.OfType<Board>().Where(board => board.ValidTo == DateOnly.MaxValue).ToList();
        return current.Find(board => board.FoldedName == folded)
            ?? current.Find(board => Aliases.Exists(alias => alias.PlaceId == board.Id && alias.FoldedName == folded));
    }

    public TPlace Add<TPlace>(TPlace place)
        where TPlace : Place
    {
        Places.Add(place);
        NewPlaces.Add(place);
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

    /// <summary>Links two places from a day on, unless they are linked already.</summary>
    public bool Link(PlaceLinkKind kind, Place parent, Place child, DateOnly from)
    {
        if (Links.Exists(link => link.Kind == kind && link.ParentId == parent.Id && link.ChildId == child.Id && link.ValidTo == DateOnly.MaxValue))
            return false;
        var link = new PlaceLink(kind, parent.Id, child.Id, from);
        Links.Add(link);
        NewLinks.Add(link);
        return true;
    }

    /// <summary>Ends all links of a place the day before <paramref name="from"/>.</summary>
    public void EndLinks(Place place, DateOnly from)
    {
        foreach (var link in Links.Where(link => (link.ParentId == place.Id || link.ChildId == place.Id) && link.ValidTo == DateOnly.MaxValue))
            link.End(from.AddDays(-1));
    }
}
