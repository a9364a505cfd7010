using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.SickLeave;

namespace DigiSam.Figures;

/// <summary>
/// Holds a year of a counted table against all else that is shown of the same months, as <see cref="AbsenceBeside"/> does for absence:
/// where published values or a locked report may differ from it by ten people or fewer, or by the events of a small workplace, it is hidden
/// for the whole municipality.
/// </summary>
internal sealed class CountedBeside(TheMunicipality whole, ShownElsewhere elsewhere, CountedCoverage coverage, CountedCorrections corrections)
{
    private readonly Dictionary<(FigureTable Table, RollingYear Period), HeldYear> _known = [];

    /// <summary>What is held back of a table's year at a kind of place; when the same request asks again, the answer is remembered.</summary>
    public async Task<HeldYear> Of(FigureTable table, PlaceKind kind, RollingYear period, CancellationToken stop)
    {
        // Tables that no report has are shown on their own; and all events of the whole are those that anyone else counts.
        if (!CountedSource.Tables.Contains(table) || (table == FigureTable.Incidents && kind == PlaceKind.Municipality))
            return HeldYear.Free;
        return _known.TryGetValue((table, period), out var held) ? held : _known[(table, period)] = await Weigh(table, period, stop);
    }

    private async Task<HeldYear> Weigh(FigureTable table, RollingYear period, CancellationToken stop)
    {
        var published = await elsewhere.Published(CountedMetrics.Of(table), period, stop);
        var locked = await elsewhere.Locked(period, stop);
        if (published.Count + locked.Count == 0 || await corrections.FirstOf(table, period, stop) is not { } first)
            return HeldYear.Free;
        var told = published.Select(value => value.At).Append(first).Distinct().ToList();
        var same = published.Count == 0
            || (published.All(value => !value.Suppressed) && await AreAll(table, published, period, stop) && !await corrections.AreSmall(table, period, told, stop));
        var corrected = locked.Count > 0 && await corrections.AreSmall(table, period, [.. locked.Select(document => document.At).Distinct()], stop);
        return HeldYear.Of(same, corrected, ShownElsewhere.ShowsWhatWasComputed(locked, published, first));
    }

    /// <summary>Whether the rows count all that published values do. Events of the whole are always all of them.</summary>
    private async Task<bool> AreAll(FigureTable table, IReadOnlyList<PublishedFact> published, RollingYear period, CancellationToken stop) =>
        (table == FigureTable.Incidents && await whole.Read(stop) is { Id: var id } && published.All(value => value.PlaceId == id))
        || await coverage.IsWholeEverywhere(table, period, stop);
}
