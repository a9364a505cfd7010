using System.Runtime.InteropServices;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>A group of a board that has no row in a month.</summary>
/// <param name="Month">1–12.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LackedRow(int Month, Guid Board, FigureSex Sex);

/// <summary>Who stands in the tables of counted figures, and who is left out because their group is too small for a row. What it has read it remembers.</summary>
internal sealed class CountedCoverage(DigiSamContext database, TheMunicipality whole, AbsenceCoverage absence)
{
    private readonly Dictionary<RollingYear, HashSet<(FigureTable Table, Guid Place, FigureSex Sex, DateOnly Month)>> _rows = [];

    private List<(Guid Id, DateOnly From, DateOnly To)>? _boards;

    /// <summary>The groups of boards that have units in the month but no row in the table per board.</summary>
    /// <param name="merges">Whether a row of the municipality makes up for those of boards.</param>
    public async Task<IReadOnlySet<LackedRow>> Lacking(FigureTable table, RollingYear period, bool merges, CancellationToken stop)
    {
        var rows = await Rows(period, stop);
        var (boards, municipality) = (await Boards(stop), merges ? (await whole.Read(stop)).Id : Guid.Empty);
        FigureSex[] sexes = FigureTables.Of(table).BySex ? [FigureSex.Women, FigureSex.Men] : [FigureSex.All];
        return (from month in period.All
                from board in boards
                where board.From < month.AddMonths(1) && month <= board.To
                from sex in sexes
                where !rows.Contains((table, board.Id, sex, month)) && !(merges && rows.Contains((table, municipality, sex, month)))
                select new LackedRow(month.Month, board.Id, sex)).ToHashSet();
    }

    /// <summary>Whether the rows of a table count everyone place by place, in every month.</summary>
    public async Task<bool> IsWholeEverywhere(FigureTable table, RollingYear period, CancellationToken stop)
    {
        if (table != FigureTable.Incidents)
            return (await Lacking(table, period, merges: false, stop)).Count == 0;
        var counted = await database.Set<CountedFigure>().AsNoTracking()
            .Where(row => row.ReplacedById == null && row.Table == table && row.Category == "" && period.Start <= row.Period && row.Period <= period.End && database.Units.Any(unit => unit.Id == row.PlaceId))
            .GroupBy(row => row.Period).Select(same => new { same.Key, Units = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Units, stop);
        var units = await absence.UnitTimes(stop);
        return period.All.All(month => counted.GetValueOrDefault(month) >= units.Count(unit => unit.From < month.AddMonths(1) && month <= unit.To));
    }

    /// <summary>Whether every unit below a place has a row of its own in a month.</summary>
    public async Task<bool> HasEveryUnit(FigureTable table, Place place, DateOnly month, CancellationToken stop) => !await database.Units.AnyAsync(
        unit => database.PlaceScopes.Any(scope => scope.AncestorId == place.Id && scope.DescendantId == unit.Id && scope.ValidFrom < month.AddMonths(1) && month <= scope.ValidTo)
            && !database.Set<CountedFigure>().Any(row => row.ReplacedById == null && row.Table == table && row.Period == month && row.PlaceId == unit.Id && row.Category == ""),
        stop);

    /// <summary>The rows of the tables per board, of the year and the one before it at once.</summary>
    private async Task<HashSet<(FigureTable Table, Guid Place, FigureSex Sex, DateOnly Month)>> Rows(RollingYear period, CancellationToken stop)
    {
        if (_rows.TryGetValue(period, out var known))
            return known;
        var first = period.YearBefore.Start;
        var rows = (await database.Set<CountedFigure>().AsNoTracking()
            .Where(row => row.ReplacedById == null && (row.Table == FigureTable.Turnover || row.Table == FigureTable.Overtime) && first <= row.Period && row.Period <= period.End)
            .Select(row => new { row.Table, row.PlaceId, row.Sex, row.Period }).ToListAsync(stop)).Select(row => (row.Table, row.PlaceId, row.Sex, row.Period)).ToHashSet();
        return _rows[period.YearBefore] = _rows[period] = rows;
    }

    /// <summary>The boards, each for the times that it has units.</summary>
    private async Task<List<(Guid Id, DateOnly From, DateOnly To)>> Boards(CancellationToken stop)
    {
        if (_boards is not null)
            return _boards;
        var times = await (
            from board in database.Boards
            join scope in database.PlaceScopes on board.Id equals scope.AncestorId
            where database.Units.Any(unit => unit.Id == scope.DescendantId)
            select new { board.Id, Begins = board.ValidFrom, Ends = board.ValidTo, scope.ValidFrom, scope.ValidTo }).Distinct().ToListAsync(stop);
        return _boards = [.. times.Select(time => (time.Id, time.Begins > time.ValidFrom ? time.Begins : time.ValidFrom, time.Ends < time.ValidTo ? time.Ends : time.ValidTo))];
    }
}
