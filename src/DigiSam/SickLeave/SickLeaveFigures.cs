using DigiSam.Metrics;
using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>
/// Sick leave for the report, from the months of absence: total, short and long; all, women and men. The hours are summed over all
/// rows first and divided then, so several boards together are never an average of theirs.
/// </summary>
internal sealed class SickLeaveFigures(AbsenceRows absence, AbsenceCoverage coverage, AbsenceBeside beside) : IFigureSource
{
    private const string Rule = "Beräknat ur månadsrader: sjuktimmar delat med ordinarie timmar, summerade över tolv månader och avrundat en gång.";

    private static readonly (string Metric, Func<SickLeaveShares, decimal> Of)[] Measures =
        [("sick-leave-total", shares => shares.Total), ("sick-leave-short", shares => shares.Short), ("sick-leave-long", shares => shares.Long)];

    private static readonly (AbsenceSex Sex, string Group)[] Sexes = [(AbsenceSex.All, PublishedGroups.All), (AbsenceSex.Women, PublishedGroups.Women), (AbsenceSex.Men, PublishedGroups.Men)];

    /// <summary>The keys of what is computed here.</summary>
    public static readonly string[] Keys = [.. Measures.Select(measure => measure.Metric)];

    public IReadOnlySet<string> Metrics { get; } = Keys.ToHashSet();

    public async Task<ComputedYear> Compute(Place place, DateOnly end, CancellationToken stop)
    {
        var period = new RollingYear(end);
        var (table, rows) = await Rows(place, period, stop);
        var within = rows.Where(row => period.Start <= row.Month && row.Month <= period.End);
        var cells = await AbsenceRows.Cells(rows, period.Start, period.End, stop);
        if (cells.Count == 0)
            return ComputedYear.Nothing;
        var groups = SickLeaveGroups.Of(cells, period);
        var sources = await within.Select(row => row.ImportId).Distinct().ToListAsync(stop);
        if (groups[0].MissingMonths > 0)
            return new ComputedYear([], [], [$"Sjukfrånvaron {period} kan inte räknas ur månadsrader: {groups[0].MissingMonths} av {RollingYear.Months} månader saknas."]);
        var held = await beside.Of(period, stop);
        if (held.Computed is { } hold)
            return new ComputedYear([.. Figures(groups, _ => null, Words(hold))], sources, [$"Sjukfrånvaron {period} räknas inte ur månadsrader. {Words(hold)}"], Whole: false, held.PublishedToo);
        var whole = await coverage.IsWhole(place, table, period, stop);
        return new ComputedYear(
            [.. Figures(groups, shares => shares, "Visas inte: en grupp om tio personer eller färre skulle gå att räkna ut.")],
            sources,
            whole ? [] : [$"Sjukfrånvaron {period} är räknad utan dem som inte har egna rader: grupper om tio personer eller färre."],
            whole);
    }

    private static IEnumerable<ComputedFigure> Figures(IReadOnlyList<SickLeaveGroup> groups, Func<SickLeaveShares?, SickLeaveShares?> shown, string hidden) =>
        from sex in Sexes
        let @group = groups.FirstOrDefault(known => known.Sex == sex.Sex && known.Age == AgeGroup.All)
        where @group is not null
        from measure in Measures
        let shares = shown(@group.Now)
        select new ComputedFigure(measure.Metric, MetricGroupKind.Sex, sex.Group, shares is { } known ? measure.Of(known) : null, shares is null ? hidden : Rule);

    private static string Words(AbsenceHold hold) => hold == AbsenceHold.Published
        ? "Visas inte: de publicerade värdena för samma månader kan räkna en grupp om tio personer eller färre som saknar egen rad."
        : "Visas inte: rader har rättats med tio personer eller färre sedan en rapport om samma månader låstes.";

    private async Task<(AbsenceTable Table, IQueryable<AbsenceCount> Rows)> Rows(Place place, RollingYear period, CancellationToken stop)
    {
        var kind = place.Kind();
        var ofUnits = absence.Of(place, AbsenceTable.Unit);
        IReadOnlyCollection<Guid> boards = kind == PlaceKind.Administration ? await coverage.BoardsServedAlone(place.Id, period, stop) : [];
        var table = boards.Count > 0 ? AbsenceTable.Board : await absence.TableFor(kind, stop);
        if (table == AbsenceTable.Unit)
            return (table, ofUnits);
        var ofBoards = boards.Count > 0 ? absence.OfBoards(boards) : absence.Of(place, table);
        (table, _) = await absence.Choose(table, period, await AbsenceRows.MonthsOf(ofBoards, stop), await AbsenceRows.MonthsOf(ofUnits, stop), stop);
        return (table, table == AbsenceTable.Board ? ofBoards : ofUnits);
    }
}
