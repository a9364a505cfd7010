using DigiSam.Language;
using DigiSam.Requests;

namespace DigiSam.Organisation;

/// <summary>How two places hang together.</summary>
public enum PlaceLinkKind
{
    /// <summary>The parent contains the child: rights and sums reach down.</summary>
    Contains,

    /// <summary>The administration works for the board. Gives no right to what other administrations do for it.</summary>
    Serves,
}

/// <summary>One place contains or serves another, from one date to another, both included.</summary>
public sealed class PlaceLink
{
    private PlaceLink()
    {
    }

    public PlaceLink(PlaceLinkKind kind, Guid parentId, Guid childId, DateOnly validFrom)
    {
        Id = Guid.CreateVersion7();
        Kind = kind;
        ParentId = parentId;
        ChildId = childId;
        ValidFrom = validFrom;
        ValidTo = DateOnly.MaxValue;
    }

    public Guid Id { get; private init; }

    public PlaceLinkKind Kind { get; private init; }

    public Guid ParentId { get; private init; }

    public Guid ChildId { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    public DateOnly ValidTo { get; private set; }

    /// <summary>No last day is known.</summary>
    public bool IsOpen => ValidTo == DateOnly.MaxValue;

    /// <summary>Ends the link; <paramref name="lastDay"/> is the last day it holds. Fails with <see cref="PlaceLinkEndsBeforeItBegins"/>.</summary>
    public void End(DateOnly lastDay)
    {
        if (lastDay < ValidFrom)
            throw new PlaceLinkEndsBeforeItBegins(ValidFrom);
        ValidTo = lastDay;
    }
}

/// <summary>The last day that a link holds is its first or a later one.</summary>
public sealed class PlaceLinkEndsBeforeItBegins(DateOnly first)
    : BrokenRule($"Platserna hör ihop från och med {SwedishDate.Short(first)} och kan inte skiljas åt före den dagen. Ange en senare dag.");

/// <summary>
/// Closure of the containing links: the descendant lies below the ancestor (or is it) during the days given.
/// A unit of two boards has both as ancestors, and is still one row in any query that starts from units.
/// </summary>
public sealed class PlaceScope
{
    public Guid AncestorId { get; init; }

    public Guid DescendantId { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly ValidTo { get; init; }

    /// <summary>Computes the closure anew from all places and links.</summary>
    public static IReadOnlyList<PlaceScope> Close(IReadOnlyCollection<Place> places, IReadOnlyCollection<PlaceLink> links)
    {
        var children = links.Where(link => link.Kind == PlaceLinkKind.Contains).ToLookup(link => link.ParentId);
        var scopes = new HashSet<(Guid Ancestor, Guid Descendant, DateOnly From, DateOnly To)>();
        foreach (var place in places)
            Descend(place.Id, place.Id, DateOnly.MinValue, DateOnly.MaxValue, 0);
        return [.. scopes.Select(scope => new PlaceScope
        {
            AncestorId = scope.Ancestor,
            DescendantId = scope.Descendant,
            ValidFrom = scope.From,
            ValidTo = scope.To,
        })];

        void Descend(Guid ancestor, Guid at, DateOnly from, DateOnly to, int depth)
        {
            if (depth > 50)
                throw new InvalidOperationException("The organisation contains itself.");
            if (!scopes.Add((ancestor, at, from, to)))
                return;
            foreach (var link in children[at])
            {
                var start = link.ValidFrom > from ? link.ValidFrom : from;
                var end = link.ValidTo < to ? link.ValidTo : to;
                if (start <= end)
                    Descend(ancestor, link.ChildId, start, end, depth + 1);
            }
        }
    }
}
