using DigiSam.Language;

namespace DigiSam.Organisation;

/// <summary>Ends and makes links until those that are open are the planned ones, where the day allows it.</summary>
internal sealed class OrganisationLinks(OrganisationTree tree, LinkPlan plan, PlaceSuccession succession, ImportDay day, OrganisationReceipt receipt)
{
    private readonly ILookup<Guid, PlaceLink> _history = tree.Links.ToLookup(link => link.ChildId);
    private readonly ILookup<Guid, Place> _before = plan.Before.ToLookup(link => link.Child, link => tree[link.Parent]);
    private readonly ILookup<Guid, Place> _wanted = plan.Wanted.ToLookup(link => link.Child, link => tree[link.Parent]);

    public void Apply()
    {
        foreach (var change in plan.Changes)
            Check(change);
        var open = tree.Links.Where(link => link.IsOpen).ToList();
        foreach (var link in open.Where(link => !plan.Wanted.Contains(LinkKey.Of(link))))
            End(link);
        foreach (var link in plan.Wanted.Except(open.Select(LinkKey.Of)))
            Make(link);
        Tell();
    }

    private void Check(LinkKey change)
    {
        var line = plan.LineOf(change);
        if (!day.IsKnown(line, Difference(change)))
            return;
        foreach (var earlier in _history[change.Child].Where(link => plan.IsUnitInFile(change.Child) || LinkKey.Of(link) == change))
        {
            if (!earlier.IsOpen)
                day.IsNotBefore(earlier.ValidTo.AddDays(1), line, $"{Named(earlier)} hörde ihop till och med {SwedishDate.Short(earlier.ValidTo)}");
            else if (plan.Wanted.Contains(LinkKey.Of(earlier)))
                day.IsNotBefore(earlier.ValidFrom, line, $"att {Named(earlier)} hör ihop {OrganisationWords.Since(earlier.ValidFrom)}");
        }
    }

    private void End(PlaceLink link)
    {
        var goesOn = plan.GoesOn(link);
        var line = goesOn ? Math.Max(succession.LineOf(link.ParentId), succession.LineOf(link.ChildId)) : plan.LineOf(LinkKey.Of(link));
        if (!day.IsNotBefore(link.ValidFrom.AddDays(1), line, $"att {Named(link)} hör ihop {OrganisationWords.Since(link.ValidFrom)}"))
            return;
        link.End(day.DayBefore);
        receipt.Change(goesOn ? 0 : line);
    }

    private void Make(LinkKey link)
    {
        var line = plan.LineOf(link);
        foreach (var place in new[] { tree[link.Parent], tree[link.Child] })
        {
            if (!day.IsNotBefore(place.ValidFrom, line, $"{place.Titled()} {OrganisationWords.Since(place.ValidFrom)}"))
                return;
        }

        tree.Link(link.Kind, link.Parent, link.Child, day.Day);
        receipt.Change(plan.Before.Contains(link) ? 0 : line);
    }

    /// <summary>A note for each change between places that were there before; what is new tells itself.</summary>
    private void Tell()
    {
        foreach (var unit in plan.Changes.Select(change => tree[change.Child]).Distinct().Where(place => plan.IsUnitInFile(place.Id) && !tree.IsFresh(place)))
            receipt.Note($"{unit.Name} hör från och med {day.Words} till {Parents(_wanted[unit.Id])}");
        foreach (var change in plan.Changes.Where(change => change.Kind == PlaceLinkKind.Serves))
        {
            var (administration, board) = (tree[change.Parent], tree[change.Child]);
            if (plan.Wanted.Contains(change))
            {
                if (!tree.IsFresh(administration) && !tree.IsFresh(board))
                    receipt.Note($"{administration.Name} arbetar från och med {day.Words} för {board.Name}");
            }
            else if (administration.IsCurrent && board.IsCurrent)
            {
                receipt.Note($"{administration.Name} arbetar från och med {day.Words} inte längre för {board.Name}");
            }
        }
    }

    private string Difference(LinkKey change)
    {
        var (parent, child) = (tree[change.Parent], tree[change.Child]);
        if (plan.IsUnitInFile(child.Id))
            return $"{child.Titled()} hör till {Parents(_wanted[child.Id])} i filen men till {Parents(_before[child.Id])} i DigiSam";
        return change.Kind == PlaceLinkKind.Serves
            ? $"{parent.Titled()} arbetar för {child.Name} i filen men inte i DigiSam"
            : $"{child.Titled()} hör till {parent.Name} i filen men inte i DigiSam";
    }

    private static string Parents(IEnumerable<Place> places) => OrganisationWords.List(places) is { Length: > 0 } names ? names : "ingenting";

    private string Named(PlaceLink link) => OrganisationWords.List([tree[link.ParentId], tree[link.ChildId]]);
}
