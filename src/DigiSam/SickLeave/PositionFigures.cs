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
            [.. shown.SelectMany(Figures)],
            [.. ofPositions.Select(row => row.ImportId).Distinct()],
            groups.Count == 0
                ? [$"Befattningsgrupperna {period} kan inte räknas: ingen har rader för alla tolv månader."]
                : [$"{period}, beräknat ur inlästa månadsrader: {groups.Count} befattningsgrupper har rader för alla tolv månader, och här står de {shown.Count} som har högst sjukfrånvaro.",
                   .. hidden.Count > 0 ? [$"Oräknat {hidden.Count} som inte visas: ensamma eller med en annan i tabellen kan de vara nästan hela en nämnd, och resten tio personer eller färre."] : Array.Empty<string>(),
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
            BySex(counted, period),
            counted.Aggregate(default(AbsenceHours), (sum, row) => sum + row.Hours));
    }

    private static BoardCount Count(List<AbsenceMonth> rows, RollingYear period)
    {
        var shown = SickLeaveGroups.Of([.. rows.Select(row => new AbsenceCell(row.Month, row.Sex, row.Age, row.Headcount, row.Hours))], period).Where(group => group.Now is not null).ToList();
        return new BoardCount(
            BySex(rows, period),
            shown.Exists(group => group.Sex != AbsenceSex.All),
            [.. shown.Where(group => group.Age != AgeGroup.All).Select(group => (IReadOnlyList<int>)[.. period.All.Select(month => rows.Where(row => row.Month == month && row.Age == group.Age).Sum(row => row.Headcount))])]);
    }

    private static IReadOnlyList<SexCount> BySex(List<AbsenceMonth> rows, RollingYear period)
    {
        return [.. period.All.Select(month => new SexCount(Of(month, AbsenceSex.Women), Of(month, AbsenceSex.Men)))];

        int Of(DateOnly month, AbsenceSex sex) => rows.Where(row => row.Month == month && row.Sex == sex).Sum(row => row.Headcount);
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
