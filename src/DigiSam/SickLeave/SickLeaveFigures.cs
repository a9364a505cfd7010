using DigiSam.Metrics;
using DigiSam.Organisation;

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

    private (Guid Place, HashSet<Guid> Boards, DateOnly First, DateOnly Last, IReadOnlyList<AbsenceTableCount> Sums)? _read;

    public async Task<ComputedYear> Compute(Place place, DateOnly end, CancellationToken stop)
    {
        var period = new RollingYear(end);
        var (table, sums) = await Sums(place, period, stop);
        if (sums.Count == 0)
            return ComputedYear.Nothing;
        var groups = SickLeaveGroups.Of([.. sums.GroupBy(sum => (sum.Count.Month, sum.Count.Sex, sum.Count.Age)).Select(same => new AbsenceCell(
            same.Key.Month, same.Key.Sex, same.Key.Age, same.Sum(sum => sum.Count.Headcount), same.Aggregate(default(AbsenceHours), (hours, sum) => hours + sum.Count.Hours)))], period);
        IReadOnlyList<Guid> sources = [.. sums.Select(sum => sum.Count.ImportId).Distinct()];
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

    /// <summary>The sums of the twelve months in the table that they are computed from; those of the year before are read with them.</summary>
    private async Task<(AbsenceTable Table, IReadOnlyList<AbsenceTableCount> Sums)> Sums(Place place, RollingYear period, CancellationToken stop)
    {
        var kind = place.Kind();
        IReadOnlyCollection<Guid> boards = kind == PlaceKind.Administration ? await coverage.BoardsServedAlone(place.Id, period, stop) : [place.Id];
        var table = boards.Count > 0 && kind == PlaceKind.Administration ? AbsenceTable.Board : await absence.TableFor(kind, stop);
        if (_read is not { } read || read.Place != place.Id || !read.Boards.SetEquals(boards) || period.Start < read.First || read.Last < period.End)
            _read = read = (place.Id, boards.ToHashSet(), period.YearBefore.Start, period.End, await absence.SumsOf(place, boards, period.YearBefore.Start, period.End, stop));
        var within = read.Sums.Where(sum => period.Start <= sum.Count.Month && sum.Count.Month <= period.End).ToLookup(sum => sum.Table);
        if (table != AbsenceTable.Unit)
            (table, _) = await absence.Choose(table, period, Months(table), Months(AbsenceTable.Unit), stop);
        return (table, [.. within[table]]);

        HashSet<DateOnly> Months(AbsenceTable of) => within[of].Select(sum => sum.Count.Month).ToHashSet();
    }
}
