using DigiSam.Organisation;

namespace DigiSam.Metrics;

/// <summary>
/// Computes figures from imported rows, for the report and for whoever asks; there is one for each kind of rows. What it gives may
/// be shown as it is: it decides itself what must be hidden.
/// </summary>
public interface IFigureSource
{
    /// <summary>The keys of <c>checklists/metrics.yaml</c> that it computes.</summary>
    IReadOnlySet<string> Metrics { get; }

    /// <summary>Whether its figures are by sex or by position group.</summary>
    MetricGroupKind Kind => MetricGroupKind.Sex;

    /// <summary>The figures of a place for twelve months.</summary>
    /// <param name="place">A board, an administration or the municipality; each unit below it counts once.</param>
    /// <param name="end">The first day of the last month.</param>
    Task<ComputedYear> Compute(Place place, DateOnly end, CancellationToken stop);
}

/// <summary>What the rows of twelve months give.</summary>
/// <param name="Figures">Empty when there are no rows, or a month is missing; a figure that cannot be told apart by sex is not among them.</param>
/// <param name="Sources">The imports whose rows were used; the ids of <see cref="Imports.ImportBatch"/>.</param>
/// <param name="Remarks">Swedish sentences for the reader of the report: why something is missing or hidden.</param>
/// <param name="HidesPublished">Published values of the same months must not be shown either: earlier reports show what was computed.</param>
/// <param name="Whole">Everyone is counted; else there are small groups without rows, and a published value of the same months says more.</param>
public sealed record ComputedYear(IReadOnlyList<ComputedFigure> Figures, IReadOnlyList<Guid> Sources, IReadOnlyList<string> Remarks, bool Whole = true, bool HidesPublished = false)
{
    public static readonly ComputedYear Nothing = new([], [], []);
}

/// <summary>A figure computed from rows.</summary>
/// <param name="Group">alla, kvinnor or män (<see cref="PublishedGroups"/>), or the name of a position group.</param>
/// <param name="Exact">Not rounded, in the metric's unit; null when it must not be shown.</param>
/// <param name="Rule">How it was computed, or why it is hidden: one Swedish sentence for "Så är siffrorna framtagna".</param>
public sealed record ComputedFigure(string Metric, MetricGroupKind GroupKind, string Group, decimal? Exact, string Rule);
