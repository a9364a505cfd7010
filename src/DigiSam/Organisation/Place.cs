using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;

namespace DigiSam.Organisation;

/// <summary>
/// A part of the municipality's organisation for a time. A part that gets another name becomes a new row that knows its
/// predecessor; what was recorded in the old one stays there.
/// </summary>
public abstract class Place : IRevised
{
    public const int LongestName = 200;

    protected Place()
    {
    }

    protected Place(string name, string? code, DateOnly validFrom)
    {
        Id = Guid.CreateVersion7();
        Name = name;
        Code = code;
        SortKey = SwedishText.SortKey(name);
        FoldedName = SwedishText.Fold(name);
        ValidFrom = validFrom;
        ValidTo = DateOnly.MaxValue;
    }

    public Guid Id { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>The municipality's own code for the place, where it has one.</summary>
    public string? Code { get; private init; }

    /// <summary>Orders the name as the Swedish alphabet does (see <see cref="SwedishText.SortKey"/>).</summary>
    public string SortKey { get; private init; } = "";

    /// <summary>The name as it is searched and compared (see <see cref="SwedishText.Fold"/>).</summary>
    public string FoldedName { get; private init; } = "";

    public DateOnly ValidFrom { get; private init; }

    /// <summary>The last day of the place; <see cref="DateOnly.MaxValue"/> while it exists.</summary>
    public DateOnly ValidTo { get; private set; }

    /// <summary>The row that this one continues under another name.</summary>
    public Guid? PredecessorId { get; private set; }

    public int Rev { get; private set; }

    /// <summary>No last day is known.</summary>
    public bool IsCurrent => ValidTo == DateOnly.MaxValue;

    public PlaceKind Kind() => this switch
    {
        Board => PlaceKind.Board,
        Administration => PlaceKind.Administration,
        Unit => PlaceKind.Unit,
        _ => PlaceKind.Municipality,
    };

    public bool ExistsOn(DateOnly date) => ValidFrom <= date && date <= ValidTo;

    /// <summary>Ends the place; <paramref name="lastDay"/> is its last day. Fails with <see cref="PlaceEndsBeforeItBegins"/>.</summary>
    public void End(DateOnly lastDay)
    {
        if (lastDay < ValidFrom)
            throw new PlaceEndsBeforeItBegins(Name, ValidFrom);
        ValidTo = lastDay;
    }

    /// <summary>Continues <paramref name="predecessor"/> under another name: that one's last day is the day before this one's first.</summary>
    public void Continue(Place predecessor)
    {
        if (ValidFrom <= predecessor.ValidFrom)
            throw new PlaceEndsBeforeItBegins(predecessor.Name, predecessor.ValidFrom);
        predecessor.End(ValidFrom.AddDays(-1));
        PredecessorId = predecessor.Id;
    }
}

/// <summary>The last day of a place is its first or a later one.</summary>
public sealed class PlaceEndsBeforeItBegins(string place, DateOnly first)
    : BrokenRule($"{place} finns från och med {SwedishDate.Short(first)} och kan inte upphöra före den dagen. Ange en senare dag.");

/// <summary>The municipality itself. A database holds one.</summary>
public sealed class Municipality : Place
{
    /// <summary>What it is called until someone names it.</summary>
    public const string Unnamed = "Kommunen";

    private Municipality()
    {
    }

    public Municipality(string name)
        : base(name, null, DateOnly.MinValue)
    {
    }
}

/// <summary>A politically elected board (nämnd) that annual reports go to.</summary>
public sealed class Board : Place
{
    private Board()
    {
    }

    public Board(string name, DateOnly validFrom)
        : base(name, null, validFrom)
    {
    }
}

/// <summary>An administration (förvaltning): the staff under one head, serving one or more boards.</summary>
public sealed class Administration : Place
{
    private Administration()
    {
    }

    public Administration(string code, string name, DateOnly validFrom)
        : base(name, code, validFrom)
    {
    }
}

/// <summary>A unit (enhet): a workplace with a manager, in one administration, for one or more boards.</summary>
public sealed class Unit : Place
{
    private Unit()
    {
    }

    public Unit(string code, string name, DateOnly validFrom)
        : base(name, code, validFrom)
    {
    }
}

/// <summary>Another name that people and systems use for a place, such as "Förskolenämnd".</summary>
public sealed class PlaceAlias
{
    private PlaceAlias()
    {
    }

    public PlaceAlias(Guid placeId, string name)
    {
        Id = Guid.CreateVersion7();
        PlaceId = placeId;
        Name = name;
        FoldedName = SwedishText.Fold(name);
    }

    public Guid Id { get; private init; }

    public Guid PlaceId { get; private init; }

    public string Name { get; private init; } = "";

    public string FoldedName { get; private init; } = "";
}
