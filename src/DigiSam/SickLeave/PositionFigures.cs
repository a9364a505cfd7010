using DigiSam.Metrics;
using DigiSam.Organisation;

namespace DigiSam.SickLeave;

/// <summary>The position groups of the municipality with the highest sick leave, from their own table of absence.</summary>
internal sealed class PositionFigures(PositionReader positions) : IFigureSource
{
    private const string Counted = "Räknat ur månadsrader: medelvärdet av de tolv månadernas antal.";

    private const string Women = "Räknat ur månadsrader: kvinnornas andel av antalet under tolv månader.";

    private const string Ill = "Beräknat ur månadsrader per befattning: sjuktimmar delat med ordinarie timmar, summerade över tolv månader och avrundat en gång.";

    public MetricGroupKind Kind => MetricGroupKind.Position;

    public IReadOnlySet<string> Metrics { get; } = new HashSet<string>(["headcount", "share-women", .. SickLeaveFigures.Keys]);

    public async Task<ComputedYear> Compute(Place place, DateOnly end, CancellationToken stop)
    {
        if (place.Kind() != PlaceKind.Municipality)
            return ComputedYear.Nothing;
        var period = new RollingYear(end);
        if (await positions.Read(period, stop) is not { } year)
            return ComputedYear.Nothing;
        if (year.IsHeld)
            return ComputedYear.Nothing with { Remarks = [$"Befattningsgrupperna {period} visas inte: rader har rättats med tio personer eller färre sedan en rapport om samma månader låstes."] };
        var (groups, shown, hidden) = (year.Groups, year.Shown, year.Hidden);
        return new ComputedYear(
            [.. shown.SelectMany(Figures)],
            year.Imports,
            groups.Count == 0
                ? [$"Befattningsgrupperna {period} kan inte räknas: ingen har rader för alla tolv månader."]
                : [$"{period}, beräknat ur inlästa månadsrader: {groups.Count} befattningsgrupper har rader för alla tolv månader, och här står de {shown.Count} som har högst sjukfrånvaro.",
                   .. hidden.Count > 0 ? [$"Oräknat {hidden.Count} som inte visas: visades de kunde en grupp om tio personer eller färre räknas ut."] : Array.Empty<string>(),
                   .. shown.Any(group => group.Sex != AbsenceSex.All) ? ["Där ett kön står efter befattningen är det andra könet tio personer eller färre och inte med."] : Array.Empty<string>()]);
    }

    private static IEnumerable<ComputedFigure> Figures(PositionGroup group)
    {
        var shares = group.Hours.Shares!.Value;
        foreach (var (metric, exact, rule) in new[]
        {
            ("headcount", group.Headcount, Counted), ("share-women", group.ShareWomen, Women),
            ("sick-leave-total", shares.Total, Ill), ("sick-leave-short", shares.Short, Ill), ("sick-leave-long", shares.Long, Ill),
        })
            yield return new ComputedFigure(metric, MetricGroupKind.Position, group.Name, exact, rule);
    }
}
