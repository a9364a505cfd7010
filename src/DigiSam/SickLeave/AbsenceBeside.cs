using DigiSam.Metrics;
using DigiSam.Organisation;

namespace DigiSam.SickLeave;

/// <summary>Why figures of a year are not computed for anyone to see: something else that is shown of the same year counts other people.</summary>
public enum AbsenceHold
{
    /// <summary>Published values of the year may count a small group that has no row.</summary>
    Published,

    /// <summary>A report of the year was locked, and since then rows have been corrected by a small group.</summary>
    Locked,
}

/// <summary>What is held back of a year's figures.</summary>
/// <param name="Computed">Null when what is computed may be shown.</param>
/// <param name="Corrected">Rows have been corrected by a small group since a report of the year was locked, whatever else holds the year.</param>
/// <param name="PublishedToo">Neither may what is published: a locked report shows what was computed then.</param>
internal sealed record HeldYear(AbsenceHold? Computed, bool PublishedToo, bool Corrected = false)
{
    public static readonly HeldYear Free = new(null, PublishedToo: false);

    /// <summary>What follows from what else is shown.</summary>
    /// <param name="same">Nothing is published, or what is counts the same people.</param>
    /// <param name="corrected">Rows have been corrected by a small group since a report was locked.</param>
    /// <param name="lockedShowsComputed">A locked report shows what was computed then.</param>
    public static HeldYear Of(bool same, bool corrected, bool lockedShowsComputed) =>
        same && !corrected ? Free : new HeldYear(same ? AbsenceHold.Locked : AbsenceHold.Published, lockedShowsComputed, corrected);
}

/// <summary>
/// Holds a year's computed figures against all else that is shown of the same months: published values, and reports locked before a
/// correction. Where they may differ by ten people or fewer, one less the other would be those people, and the computed ones are hidden
/// for the whole municipality, since what is hidden of one place follows from the others.
/// </summary>
internal sealed class AbsenceBeside(TheMunicipality whole, ShownElsewhere elsewhere, AbsenceRows absence, AbsenceCoverage coverage, AbsenceCorrections corrections)
{
    private static readonly IReadOnlySet<string> Metrics = SickLeaveFigures.Keys.ToHashSet();

    private readonly Dictionary<RollingYear, HeldYear> _known = [];

    /// <summary>What is held back of a year; when the same request asks again, the answer is remembered.</summary>
    public async Task<HeldYear> Of(RollingYear period, CancellationToken stop) =>
        _known.TryGetValue(period, out var held) ? held : _known[period] = await Weigh(period, stop);

    private async Task<HeldYear> Weigh(RollingYear period, CancellationToken stop)
    {
        var published = await elsewhere.Published(Metrics, period, stop);
        var locked = await elsewhere.Locked(period, stop);
        if (published.Count + locked.Count == 0 || await absence.FirstImportOf(period, stop) is not { } first)
            return HeldYear.Free;
        var municipality = await whole.Read(stop);

        // What was published counted the people of that day, as the rows did then or when they came.
        var told = published.Select(value => value.At).Append(first).Distinct().ToList();
        var same = published.Count == 0
            || (published.All(value => !value.Suppressed) && await AreAll(municipality, published.Any(value => value.PlaceId != municipality.Id), period, stop) && !await corrections.AreSmall(period, told, stop));
        var corrected = locked.Count > 0 && await corrections.AreSmall(period, [.. locked.Select(document => document.At).Distinct()], stop);
        return HeldYear.Of(same, corrected, ShownElsewhere.ShowsWhatWasComputed(locked, published, first));
    }

    /// <summary>Whether the rows count all employees, as published values do, place by place where there are such of places.</summary>
    private async Task<bool> AreAll(Municipality municipality, bool ofPlaces, RollingYear period, CancellationToken stop)
    {
        var tables = await absence.TablesOf(period, stop);
        if (tables.Contains(AbsenceTable.Board))
            return !await absence.IsExposed(period, stop) && await coverage.IsWhole(municipality, AbsenceTable.Board, period, merges: false, stop);
        return !tables.Contains(AbsenceTable.Unit) || await coverage.IsWhole(municipality, AbsenceTable.Unit, period, merges: !ofPlaces, stop);
    }
}
