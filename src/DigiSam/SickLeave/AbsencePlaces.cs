using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>Finds the places of rows by name, alias or code among those that there were in the month of the row.</summary>
internal sealed class AbsencePlaces
{
    private readonly Dictionary<string, List<Place>> _byName = [];
    private readonly string _municipalityName;

    private AbsencePlaces(IEnumerable<Place> places, IEnumerable<PlaceAlias> aliases)
    {
        var byId = places.ToDictionary(place => place.Id);
        var municipality = byId.Values.OfType<Municipality>().Single();
        (Municipality, _municipalityName) = (municipality.Id, municipality.Name);
        foreach (var place in byId.Values)
        {
            Know(place.FoldedName, place);
            if (place.Code is { Length: > 0 } code)
                Know(SwedishText.Fold(code), place);
        }

        foreach (var alias in aliases)
            Know(alias.FoldedName, byId[alias.PlaceId]);
    }

    public Guid Municipality { get; }

    public static async Task<AbsencePlaces> Read(DigiSamContext database, CancellationToken stop) =>
        new(await database.Places.AsNoTracking().ToListAsync(stop), await database.PlaceAliases.AsNoTracking().ToListAsync(stop));

    /// <summary>A unit, or an administration for its small units together.</summary>
    public Guid Unit(int line, string name, DateOnly month, FaultList faults) =>
        Find(line, "enheten", name, month, faults, place => place is Organisation.Unit or Administration, place => place is Organisation.Unit);

    /// <summary>A board, or the municipality for small groups of its boards together.</summary>
    public Guid Board(int line, string name, DateOnly month, FaultList faults) => SwedishText.Fold(name) == SwedishText.Fold(_municipalityName)
        ? Municipality
        : Find(line, "nämnden", name, month, faults, place => place is Organisation.Board, _ => true);

    /// <summary>A place of one of the kinds, the municipality among them.</summary>
    public Guid Any(int line, string what, string name, DateOnly month, FaultList faults, Func<Place, bool> kind) => SwedishText.Fold(name) == SwedishText.Fold(_municipalityName)
        ? Municipality
        : Find(line, what, name, month, faults, kind, _ => true);

    private Guid Find(int line, string what, string name, DateOnly month, FaultList faults, Func<Place, bool> kind, Func<Place, bool> rather)
    {
        var named = _byName.GetValueOrDefault(SwedishText.Fold(name), []).Where(kind).Distinct().ToList();
        var then = named.FindAll(place => place.ValidFrom < month.AddMonths(1) && month <= place.ValidTo);
        if (then.Exists(place => rather(place)))
            then.RemoveAll(place => !rather(place));
        // Successors within a month share its hours: the one that it ended with has them.
        if (then.Count > 1 && then.TrueForAll(place => place.FoldedName == then[0].FoldedName) && then.Select(place => place.Code).Distinct().Count() == 1 && then[0].Code is not null)
            then = [then.MaxBy(place => place.ValidFrom)!];
        if (then is [var found])
            return found.Id;
        faults.Add(line, (named.Count, then.Count) switch
        {
            (_, > 1) => $"det finns flera {name}; ange enhetens kod i stället",
            (0, _) => $"{what} \"{name}\" är okänd. Läs in organisationen först, eller skriv namnet som det står där",
            _ => $"{what} \"{name}\" fanns inte {SwedishDate.Month(month.Month)} {month.Year}",
        });
        return Guid.Empty;
    }

    private void Know(string name, Place place)
    {
        if (!_byName.TryGetValue(name, out var same))
            _byName.Add(name, same = []);
        same.Add(place);
    }
}
