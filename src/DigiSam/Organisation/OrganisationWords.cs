using DigiSam.Language;

namespace DigiSam.Organisation;

/// <summary>How messages speak of places.</summary>
internal static class OrganisationWords
{
    /// <summary>"nämnden Socialnämnden".</summary>
    public static string Titled(this Place place) => $"{Kind(place)} {place.Name}";

    /// <summary>"förvaltningen SOF".</summary>
    public static string Coded(this Place place) => $"{Kind(place)} {place.Code}";

    /// <summary>"gäller från och med 2025-01-01".</summary>
    public static string Since(DateOnly first) =>
        first == DateOnly.MinValue ? "gäller från tidernas början" : $"gäller från och med {SwedishDate.Short(first)}";

    private static string Kind(Place place) => place switch
    {
        Board => "nämnden",
        Administration => "förvaltningen",
        Unit => "enheten",
        _ => "kommunen",
    };

    /// <summary>"A, B och C", in Swedish order.</summary>
    public static string List(IEnumerable<Place> places)
    {
        var names = places.OrderBy(place => place.SortKey, StringComparer.Ordinal).Select(place => place.Name).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} och {names[^1]}";
    }
}
