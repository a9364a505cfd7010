using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Building;

/// <summary>Finds the reports below that have been opened again or completed anew since a report that includes them was completed.</summary>
internal sealed class ChangedBelow(DigiSamContext database)
{
    private static readonly ReportEventKind[] Changes = [ReportEventKind.Completed, ReportEventKind.Reopened, ReportEventKind.Unlocked, ReportEventKind.Returned];

    /// <summary>The names of their units in the order given; none while the report is a draft and follows them.</summary>
    public async Task<IReadOnlyList<string>> Since(AnnualReport report, IReadOnlyList<UnitBelow> units, CancellationToken stop)
    {
        if (report.Status == ReportStatus.Draft || report.Level == ReportLevel.Unit || report.CompletedAt is not { } completed)
            return [];
        var changed = await (
            from happened in database.Set<AnnualReportEvent>().AsNoTracking()
            join below in database.AnnualReports on happened.ReportId equals below.Id
            where below.ReportYear == report.ReportYear && below.Level == ReportLevel.Unit && Changes.Contains(happened.Kind) && happened.At > completed
            select below.Id).Distinct().ToListAsync(stop);
        return [.. units.Where(unit => unit.ReportId is { } id && changed.Contains(id)).Select(unit => unit.Name)];
    }
}
