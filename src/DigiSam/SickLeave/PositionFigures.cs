using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>The position groups of the municipality with the highest sick leave, from their own table of absence.</summary>
internal sealed class PositionFigures(DigiSamContext database, AbsenceBeside beside) : IFigureSource
{
    private const string Counted = "Räknat ur månadsrader: medelvärdet av de tolv månadernas antal.";

    private const string Women = "Räknat ur månadsrader: kvinnornas andel av antalet under tolv månader.";

    private const string Ill = "Beräknat ur månadsrader per befattning: sjuktimmar delat med ordinarie timmar, summerade över tolv månader och avrundat en gång.";

    private const string Near = "Visas inte: gruppen, ensam eller med andra i tabellen, kan vara nästan hela en nämnd, och då skulle tio personer eller färre gå att räkna ut.";

    public MetricGroupKind Kind => MetricGroupKind.Position;

    public IReadOnlySet<string> Metrics { get; } = new HashSet<string>(["headcount", "share-women", .. SickLeaveFigures.Keys]);

    public async Task<ComputedYear> Compute(Place place, DateOnly end, CancellationToken stop)
    {
        if (place.Kind() != PlaceKind.Municipality)
            return ComputedYear.Nothing;
        var period = new RollingYear(end);
        var rows = await database.Set<AbsenceMonth>().AsNoTracking()
            .Where(row => row.ReplacedById == null && row.Table != AbsenceTable.Unit && period.Start <= row.Month && row.Month <= period.End).ToListAsync(stop);
        var ofPositions = rows.FindAll(row => row.Table == AbsenceTable.Position);
        if (ofPositions.Count == 0)
            return ComputedYear.Nothing;
        if ((await beside.Of(period, stop)).Computed == AbsenceHold.Locked)
            return ComputedYear.Nothing with { Remarks = [$"Befattningsgrupperna {period} visas inte: rader har rättats med tio personer eller färre sedan en rapport om samma månader låstes."] };
        var groups = ofPositions.GroupBy(row => row.Position, StringComparer.Ordinal).Select(same => Group(same.Key, [.. same], period)).OfType<PositionGroup>().ToList();
        var boards = rows.FindAll(row => row.Table == AbsenceTable.Board).GroupBy(row => row.PlaceId).Select(same => Count([.. same], period)).ToList();
        var (shown, hidden) = PositionGroups.Highest(groups, boards);
        return new ComputedYear(
            [.. shown.SelectMany(group => Figures(group)), .. hidden.SelectMany(group => Figures(group).Select(figure => figure with { Exact = null, Rule = Near }))],
            [.. ofPositions.Select(row => row.ImportId).Distinct()],
            groups.Count == 0
                ? [$"Befattningsgrupperna {period} kan inte räknas: ingen har rader för alla tolv månader."]
                : [$"{period}, beräknat ur inlästa månadsrader: de {shown.Count + hidden.Count} befattningsgrupper som har högst sjukfrånvaro av {groups.Count} med rader för alla tolv månader.",
                   .. shown.Any(group => group.Sex != AbsenceSex.All) ? ["Där ett kön står efter befattningen är det andra könet tio personer eller färre och inte med."] : Array.Empty<string>()]);
    }

    private static PositionGroup? Group(string name, List<AbsenceMonth> rows, RollingYear period)
    {
        var women = rows.FindAll(row => row.Sex == AbsenceSex.Women);
        var men = rows.FindAll(row => row.Sex == AbsenceSex.Men);
        var (allWomen, allMen) = (women.Count == RollingYear.Months, men.Count == RollingYear.Months);
        if (!allWomen && !allMen)
            return null;
        var sex = (allWomen, allMen) switch { (true, true) => AbsenceSex.All, (true, _) => AbsenceSex.Women, _ => AbsenceSex.Men };
        var counted = rows.FindAll(row => sex == AbsenceSex.All || row.Sex == sex);
        return new PositionGroup(
            sex switch { AbsenceSex.Women => $"{name}, kvinnor", AbsenceSex.Men => $"{name}, män", _ => name },
            sex,
            [.. period.All.Select(month => new SexCount(counted.Where(row => row.Month == month && row.Sex == AbsenceSex.Women).Sum(row => row.Headcount), counted.Where(row => row.Month == month && row.Sex == AbsenceSex.Men).Sum(row => row.Headcount)))],
            counted.Aggregate(default(AbsenceHours), (sum, row) => sum + row.Hours));
    }

    private static BoardCount Count(List<AbsenceMonth> rows, RollingYear period) => new(
        [.. period.All.Select(month => new SexCount(rows.Where(row => row.Month == month && row.Sex == AbsenceSex.Women).Sum(row => row.Headcount), rows.Where(row => row.Month == month && row.Sex == AbsenceSex.Men).Sum(row => row.Headcount)))],
        [.. period.All.Select(month => (IReadOnlyList<int>)[.. rows.Where(row => row.Month == month).GroupBy(row => row.Age).Select(age => age.Sum(row => row.Headcount))])]);

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
