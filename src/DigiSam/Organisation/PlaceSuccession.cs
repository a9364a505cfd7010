using DigiSam.Language;

namespace DigiSam.Organisation;

/// <summary>Makes the places that are new in a file, and lets those that have got another name be succeeded.</summary>
internal sealed class PlaceSuccession(OrganisationTree tree, ImportDay day, OrganisationReceipt receipt)
{
    private readonly Dictionary<Guid, (Guid Successor, int Line)> _successors = [];

    /// <summary>The place's successor if this import gave it one, else the place itself.</summary>
    public Guid Now(Guid id) => _successors.TryGetValue(id, out var succession) ? succession.Successor : id;

    /// <summary>The line that gave the place a successor, or 0.</summary>
    public int LineOf(Guid id) => _successors.TryGetValue(id, out var succession) ? succession.Line : 0;

    /// <summary>Takes in a new place, or returns null with a fault.</summary>
    public TPlace? New<TPlace>(int line, TPlace place)
        where TPlace : Place
    {
        if (!day.IsKnown(line, $"{place.Titled()} är ny") || !NameIsFree(line, place))
            return null;
        receipt.Change(line);
        return tree.Add(place);
    }

    /// <summary>Lets <paramref name="successor"/> continue <paramref name="old"/> from the day, or returns null with a fault.</summary>
    public TPlace? Succeed<TPlace>(int line, TPlace old, TPlace successor)
        where TPlace : Place
    {
        var change = old.Code is null
            ? $"{old.Titled()} heter {successor.Name} i filen"
            : $"{old.Coded()} heter {old.Name} i DigiSam och {successor.Name} i filen";
        if (!day.IsKnown(line, change)
            || !MayEnd(line, old)
            || !NameIsFree(line, successor))
            return null;
        successor.Continue(old);
        _successors.Add(old.Id, (successor.Id, line));
        receipt.Success(line, $"{old.Name} heter {successor.Name} från och med {day.Words}");
        return tree.Add(successor);
    }

    /// <summary>False, with a fault, when the place or one of its links has a later history than the day.</summary>
    public bool MayEnd(int line, Place place) =>
        day.IsNotBefore(place.ValidFrom.AddDays(1), line, $"{place.Titled()} {OrganisationWords.Since(place.ValidFrom)}")
        && day.IsNotBefore(tree.EarliestAfter(place), line, $"{place.Titled()} har redan en senare ändring");

    private bool NameIsFree(int line, Place place) =>
        tree.LastDayOfAnother(place) is not { } last
        || day.IsNotBefore(last.AddDays(1), line, $"{place.Titled()} fanns redan till och med {SwedishDate.Short(last)}");
}
