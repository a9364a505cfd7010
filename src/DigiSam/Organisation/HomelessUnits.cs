namespace DigiSam.Organisation;

/// <summary>Current units that do not belong to exactly one administration and at least one board, as every unit does.</summary>
internal static class HomelessUnits
{
    /// <summary>Their names, in Swedish order.</summary>
    public static IReadOnlyList<string> Among(IEnumerable<Place> places, IEnumerable<PlaceLink> links)
    {
        var current = places.Where(place => place.IsCurrent).ToDictionary(place => place.Id);
        var parents = links
            .Where(link => link is { IsOpen: true, Kind: PlaceLinkKind.Contains } && current.ContainsKey(link.ParentId))
            .ToLookup(link => link.ChildId, link => current[link.ParentId]);
        return [.. current.Values.OfType<Unit>()
            .Where(unit => parents[unit.Id].Count(parent => parent is Administration) != 1 || !parents[unit.Id].Any(parent => parent is Board))
            .OrderBy(unit => unit.SortKey, StringComparer.Ordinal)
            .Select(unit => unit.Name)];
    }
}
