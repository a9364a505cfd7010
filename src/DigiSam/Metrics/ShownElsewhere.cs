using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Metrics;

/// <summary>A value that was published at some time, whether it holds still or not.</summary>
/// <param name="At">When it came.</param>
internal sealed record PublishedFact(string Metric, string? Period, MetricSlot Slot, int ReportYear, Guid PlaceId, bool Suppressed, Guid? ReplacedById, DateTimeOffset At);

/// <summary>A report that was locked, and the time.</summary>
internal sealed record LockedReport(int ReportYear, Guid PlaceId, DateTimeOffset At);

/// <summary>
/// What is shown of twelve months besides what is computed from rows: published values, and reports that were locked. Computed figures are
/// held against it.
/// </summary>
internal sealed class ShownElsewhere(DigiSamContext database, InstalledDefinitions definitions)
{
    private List<PublishedFact>? _published;

    private List<LockedReport>? _locked;

    /// <summary>The values by sex that were published of some metrics; one without a period is of the months that its report is about.</summary>
    public async Task<IReadOnlyList<PublishedFact>> Published(IReadOnlySet<string> metrics, RollingYear period, CancellationToken stop)
    {
        _published ??= await (
            from value in database.MetricValues.AsNoTracking()
            join batch in database.ImportBatches on value.ImportId equals batch.Id
            where value.GroupKind == MetricGroupKind.Sex
            select new PublishedFact(value.Metric, value.Period, value.Slot, value.ReportYear, value.PlaceId, value.Suppressed, value.ReplacedById, batch.ImportedAt)).Distinct().ToListAsync(stop);
        var (name, month) = (period.ToString(), $"{period.End:yyyy-MM}");
        return _published.FindAll(value => metrics.Contains(value.Metric) && (value.Period ?? Expected(value)) is var of && (of == name || of == month));
    }

    /// <summary>The reports with a column of the twelve months.</summary>
    public async Task<IReadOnlyList<LockedReport>> Locked(RollingYear period, CancellationToken stop)
    {
        var name = period.ToString();
        return (await Locked(stop)).FindAll(document => definitions.FormFor(document.ReportYear).ReferencePeriod is var of && (of.EndsIn(document.ReportYear) == name || of.EndedBefore(document.ReportYear) == name));
    }

    /// <summary>All reports that have been locked, and the times.</summary>
    public async Task<List<LockedReport>> Locked(CancellationToken stop) => _locked ??= await (
        from document in database.AnnualReportDocuments
        join report in database.AnnualReports on document.ReportId equals report.Id
        select new LockedReport(report.ReportYear, report.PlaceId, document.At)).Distinct().ToListAsync(stop);

    /// <summary>
    /// Whether some locked report shows what was computed then: rows were there, and nothing was published for its place by then. What has
    /// been published since stands beside that.
    /// </summary>
    /// <param name="first">When the first rows of the months came.</param>
    public static bool ShowsWhatWasComputed(IReadOnlyList<LockedReport> locked, IReadOnlyList<PublishedFact> published, DateTimeOffset first) => locked.Any(document => first <= document.At
        && (published.Any(value => value.ReplacedById is null && document.At < value.At)
            || !published.Any(value => value.ReportYear == document.ReportYear && value.PlaceId == document.PlaceId && value.At <= document.At)));

    private string Expected(PublishedFact value)
    {
        var period = definitions.FormFor(value.ReportYear).ReferencePeriod;
        return value.Slot == MetricSlot.Comparison ? period.EndedBefore(value.ReportYear) : period.EndsIn(value.ReportYear);
    }
}
