using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Building;

/// <summary>What one kind of rows gives for a column of a report's tables.</summary>
/// <param name="Metrics">All metrics that these rows can give; published values of the same metrics stand against them.</param>
internal sealed record ComputedColumn(MetricSlot Slot, string Period, MetricGroupKind Kind, IReadOnlySet<string> Metrics, ComputedYear Year, IReadOnlyList<ImportBatch> Imports);

/// <summary>Asks for the figures that can be computed from rows, for the months that the form names.</summary>
internal sealed class FigureColumns(FigureBatches batches, IEnumerable<IFigureSource> sources)
{
    public async Task<IReadOnlyList<ComputedColumn>> Read(ReportForm form, int year, Place place, CancellationToken stop)
    {
        if (form.ReferencePeriod.Months != 12)
            return [];
        var found = new List<(IFigureSource Source, MetricSlot Slot, int Year, ComputedYear Computed)>();
        foreach (var source in sources)
        {
            foreach (var (slot, columnYear) in new[] { (MetricSlot.Current, year), (MetricSlot.Comparison, year - 1) })
            {
                var computed = await source.Compute(place, form.ReferencePeriod.LastMonth(columnYear), stop);
                if (computed.Figures.Count > 0 || computed.Remarks.Count > 0)
                    found.Add((source, slot, columnYear, computed));
            }
        }

        var known = await batches.Read(found.SelectMany(column => column.Computed.Sources), stop);
        return found.ConvertAll(column => new ComputedColumn(
            column.Slot, form.ReferencePeriod.EndsIn(column.Year), column.Source.Kind, column.Source.Metrics, column.Computed,
            [.. column.Computed.Sources.Distinct().Select(id => known[id]).OrderBy(batch => batch.ImportedAt).ThenBy(batch => batch.FileName, StringComparer.Ordinal).ThenBy(batch => batch.Sha256, StringComparer.Ordinal)]));
    }
}
