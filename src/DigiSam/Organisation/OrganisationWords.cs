namespace DigiSam.Organisation;

/// <summary>How messages speak of places.</summary>
internal static class OrganisationWords
{
    /// <summary>"nämnden Socialnämnden".</summary>
    public static string Titled(this Place place) => place switch
    {
        Board => $"nämnden {place.Name}",
        Administration => $"förvaltningen {place.Name}",
        Unit => $"enheten {place.Name}",
        _ => place.Name,
    };

    /// <summary>"A, B och C", in Swedish order.</summary>
    public static string List(IEnumerable<Place> places)
    {
        var names = places.OrderBy(place => place.SortKey, StringComparer.Ordinal).Select(place => place.Name).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} och {names[^1]}";
    }
}
