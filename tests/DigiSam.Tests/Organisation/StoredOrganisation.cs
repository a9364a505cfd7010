using System.Text;
using DigiSam.Organisation;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Organisation;

/// <summary>The organisation as an installation has stored it, for tests to look at on any day.</summary>
internal sealed record StoredOrganisation(
    IReadOnlyList<Place> Places, IReadOnlyList<PlaceLink> Links, IReadOnlyList<PlaceScope> Scopes, IReadOnlyList<PlaceAlias> Aliases)
{
    public static ImportOrganisation Import(string text, DateOnly? from = null, bool complete = false) =>
        new("organisation.csv", Encoding.UTF8.GetBytes(text), from, DryRun: false, complete);

    public static Task<StoredOrganisation> Read(Installed installed) => installed.InDatabase(async database => new StoredOrganisation(
        await database.Places.AsNoTracking().ToListAsync(),
        await database.PlaceLinks.AsNoTracking().ToListAsync(),
        await database.PlaceScopes.AsNoTracking().ToListAsync(),
        await database.PlaceAliases.AsNoTracking().ToListAsync()));

    /// <summary>The place that has the name on the day.</summary>
    public Place Named(string name, DateOnly date) => Assert.Single(Places, place => place.Name == name && place.ExistsOn(date));

    public IReadOnlyList<string> AliasesOf(Place place) => [.. Aliases.Where(alias => alias.PlaceId == place.Id).Select(alias => alias.Name).Order(StringComparer.Ordinal)];

    /// <summary>What the place belongs to on the day, in Swedish order.</summary>
    public IReadOnlyList<string> Above(string name, DateOnly date) => Linked(PlaceLinkKind.Contains, Named(name, date), date);

    /// <summary>The administrations that work for the board on the day, in Swedish order.</summary>
    public IReadOnlyList<string> Serving(string board, DateOnly date) => Linked(PlaceLinkKind.Serves, Named(board, date), date);

    public IEnumerable<PlaceLink> LinksOn(DateOnly date) => Links.Where(link => link.ValidFrom <= date && date <= link.ValidTo);

    /// <summary>The closure on a day is what a slow walk over the day's links finds.</summary>
    public void AssertClosureIsAWalk(DateOnly date)
    {
        var children = LinksOn(date).Where(link => link.Kind == PlaceLinkKind.Contains).ToLookup(link => link.ParentId, link => link.ChildId);
        var walked = new HashSet<(Guid, Guid)>();
        foreach (var place in Places)
            Walk(place.Id, place.Id);
        Assert.True(walked.SetEquals(Scopes.Where(scope => scope.ValidFrom <= date && date <= scope.ValidTo).Select(scope => (scope.AncestorId, scope.DescendantId))), $"The closure of {date:O} differs.");

        void Walk(Guid from, Guid at)
        {
            walked.Add((from, at));
            foreach (var child in children[at])
                Walk(from, child);
        }
    }

    private List<string> Linked(PlaceLinkKind kind, Place child, DateOnly date) =>
        [.. LinksOn(date).Where(link => link.Kind == kind && link.ChildId == child.Id)
            .Select(link => Places.Single(place => place.Id == link.ParentId))
            .OrderBy(place => place.SortKey, StringComparer.Ordinal).Select(place => place.Name)];
}
