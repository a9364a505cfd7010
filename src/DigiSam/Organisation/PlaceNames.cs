using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>
/// The names and aliases that places of one kind have on a day. Finds a place by any of them and, when a name is unknown,
/// the known name it most resembles: "Bygglov- och tillsynsnämnden" is pointed out, never silently accepted.
/// </summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<string, Place> _byName = [];

    private PlaceNames(IReadOnlyList<Place> places)
    {
        Places = places;
    }

    /// <summary>The places, in Swedish order.</summary>
    public IReadOnlyList<Place> Places { get; }

    public static async Task<PlaceNames> Read<TPlace>(DigiSamContext database, DateOnly date, CancellationToken stop)
        where TPlace : Place
    {
        var places = await database.Set<TPlace>()
            .Where(place => place.ValidFrom <= date && date <= place.ValidTo)
            .OrderBy(place => place.SortKey).ThenBy(place => place.Name)
            .ToListAsync(stop);
        var aliases = await (
            from alias in database.PlaceAliases
            join place in database.Set<TPlace>() on alias.PlaceId equals place.Id
            where place.ValidFrom <= date && date <= place.ValidTo
            select alias).ToListAsync(stop);
        var names = new PlaceNames(places);
        foreach (var place in places)
            names._byName.TryAdd(place.FoldedName, place);
        foreach (var alias in aliases)
            names._byName.TryAdd(alias.FoldedName, places.Find(place => place.Id == alias.PlaceId)!);
        return names;
    }

    public Place? Find(string name) => _byName.GetValueOrDefault(SwedishText.Fold(name));

    /// <summary>The name of the place that an unknown name most resembles, or null when nothing is near.</summary>
    public string? Nearest(string name)
    {
        var folded = SwedishText.Fold(name);
        var (distance, place) = _byName
            .Select(pair => (Distance: EditDistance(folded, pair.Key), Place: pair.Value))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Place.SortKey, StringComparer.Ordinal)
            .FirstOrDefault();
        return place is not null && distance <= Math.Max(2, folded.Length / 6) ? place.Name : null;
    }

    /// <summary>Why a name was not accepted, in Swedish, with the name that may have been meant.</summary>
    public string Unknown(string what, string name) => Places.Count == 0
        ? $"{what} \"{name}\" är okänd. Ingen organisation är importerad för den tiden än."
        : Nearest(name) is { } near
            ? $"{what} \"{name}\" är okänd. Menade du {near}?"
            : $"{what} \"{name}\" är okänd. Kända är: {string.Join(", ", Places.Select(place => place.Name))}.";

    private static int EditDistance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replace = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[^1];
    }
}

/// <summary>No place has the name on that day.</summary>
public sealed class PlaceIsUnknown(string message) : BrokenRule(message);
