using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Building;

/// <summary>Finds the reports below that have been opened again or completed anew since a report that includes them was completed.</summary>
internal sealed class ChangedBelow(DigiSamContext database)
{
    private static readonly ReportEventKind[] Changes = [ReportEventKind.Completed, ReportEventKind.Reopened, ReportEventKind.Unlocked, ReportEventKind.Returned];

    /// <summary>The names of their places, the municipality's boards first and units in the order given; none while the report is a draft and follows them.</summary>
    public async Task<IReadOnlyList<string>> Since(AnnualReport report, IReadOnlyList<UnitBelow> units, CancellationToken stop)
    {
        if (report.Status == ReportStatus.Draft || report.Level == ReportLevel.Unit || report.CompletedAt is not { } completed)
            return [];
        var levels = report.Level == ReportLevel.Municipality ? new[] { ReportLevel.Unit, ReportLevel.Board } : [ReportLevel.Unit];
        var changed = await (
            from happened in database.Set<AnnualReportEvent>().AsNoTracking()
            join below in database.AnnualReports on happened.ReportId equals below.Id
            join place in database.Places on below.PlaceId equals place.Id
            where below.ReportYear == report.ReportYear && levels.Contains(below.Level) && Changes.Contains(happened.Kind) && happened.At > completed
            select new { below.Id, below.Level, place.Name, place.SortKey }).Distinct().ToListAsync(stop);
        return
        [
            .. changed.Where(below => below.Level == ReportLevel.Board).OrderBy(below => below.SortKey, StringComparer.Ordinal).Select(below => below.Name),
            .. units.Where(unit => changed.Exists(below => below.Id == unit.ReportId)).Select(unit => unit.Name),
        ];
    }
}
