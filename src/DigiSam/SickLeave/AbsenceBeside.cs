using DigiSam.Installation;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>Why figures of a year are not computed for anyone to see: something else that is shown of the same year counts other people.</summary>
public enum AbsenceHold
{
    /// <summary>Published values of the year may count a small group that has no row.</summary>
    Published,

    /// <summary>A report of the year was locked, and since then rows have been corrected by a small group.</summary>
    Locked,
}

/// <summary>What is held back of a year's figures.</summary>
/// <param name="Computed">Null when what is computed may be shown.</param>
/// <param name="Corrected">Rows have been corrected by a small group since a report of the year was locked, whatever else holds the year.</param>
/// <param name="PublishedToo">Neither may what is published: a locked report shows what was computed then.</param>
internal sealed record HeldYear(AbsenceHold? Computed, bool PublishedToo, bool Corrected = false);

/// <summary>
/// Holds a year's computed figures against all else that is shown of the same months: published values, and reports locked before a
/// correction. Where they may differ by ten people or fewer, one less the other would be those people, and the computed ones are hidden
/// for the whole municipality, since what is hidden of one place follows from the others.
/// </summary>
internal sealed class AbsenceBeside(DigiSamContext database, AbsenceRows absence, AbsenceCoverage coverage, AbsenceCorrections corrections, InstalledDefinitions definitions)
{
    private static readonly HeldYear Free = new(null, PublishedToo: false);

    private readonly Dictionary<RollingYear, HeldYear> _known = [];

    private List<PublishedFact>? _published;

    private List<LockedReport>? _locked;

    private Municipality? _municipality;

    private Dictionary<Guid, DateTimeOffset>? _times;

    /// <summary>What is held back of a year; when the same request asks again, the answer is remembered.</summary>
    public async Task<HeldYear> Of(RollingYear period, CancellationToken stop) =>
        _known.TryGetValue(period, out var held) ? held : _known[period] = await Weigh(period, stop);

    private async Task<HeldYear> Weigh(RollingYear period, CancellationToken stop)
    {
        var name = period.ToString();
        _published ??= await database.MetricValues.AsNoTracking()
            .Where(value => value.GroupKind == MetricGroupKind.Sex && SickLeaveFigures.Keys.Contains(value.Metric))
            .Select(value => new PublishedFact(value.Period, value.ReportYear, value.PlaceId, value.Suppressed, value.ImportId, value.ReplacedById)).Distinct().ToListAsync(stop);
        _locked ??= await (
            from document in database.AnnualReportDocuments
            join report in database.AnnualReports on document.ReportId equals report.Id
            select new LockedReport(report.ReportYear, report.PlaceId, document.At)).Distinct().ToListAsync(stop);
        var published = _published.FindAll(value => value.Period == name);
        var locked = _locked
            .FindAll(document => definitions.FormFor(document.ReportYear).ReferencePeriod is var of && (of.EndsIn(document.ReportYear) == name || of.EndedBefore(document.ReportYear) == name));
        if (published.Count == 0 && locked.Count == 0)
            return Free;
        var municipality = _municipality ??= await database.Municipalities.AsNoTracking().SingleAsync(stop);
        var ids = _published.SelectMany(value => new[] { value.ImportId, value.ReplacedById ?? value.ImportId }).Distinct().ToList();
        var times = _times ??= await database.ImportBatches.Where(batch => ids.Contains(batch.Id)).ToDictionaryAsync(batch => batch.Id, batch => batch.ImportedAt, stop);
        if (await absence.FirstImportOf(period, stop) is not { } first)
            return Free;

        // What was published counted the people of that day, as the rows did then or when they came.
        var told = published.Select(value => times[value.ImportId]).Append(first).Distinct().ToList();
        var same = published.Count == 0
            || (published.TrueForAll(value => !value.Suppressed) && await AreAll(municipality, published.Exists(value => value.PlaceId != municipality.Id), period, stop) && !await corrections.AreSmall(period, told, stop));
        var corrected = locked.Count > 0 && await corrections.AreSmall(period, [.. locked.Select(document => document.At).Distinct()], stop);
        if (same && !corrected)
            return Free;

        // A report shows what was published by then, or what was computed; what has been published since is beside that.
        return new HeldYear(same ? AbsenceHold.Locked : AbsenceHold.Published, locked.Exists(document => first <= document.At
            && (published.Exists(value => value.ReplacedById is null && document.At < times[value.ImportId])
                || !published.Exists(value => value.ReportYear == document.ReportYear && value.PlaceId == document.PlaceId && times[value.ImportId] <= document.At))), corrected);
    }

    /// <summary>Whether the rows count all employees, as published values do, place by place where there are such of places.</summary>
    private async Task<bool> AreAll(Municipality municipality, bool ofPlaces, RollingYear period, CancellationToken stop)
    {
        var tables = await absence.TablesOf(period, stop);
        if (tables.Contains(AbsenceTable.Board))
            return !await absence.IsExposed(period, stop) && await coverage.IsWhole(municipality, AbsenceTable.Board, period, merges: false, stop);
        return !tables.Contains(AbsenceTable.Unit) || await coverage.IsWhole(municipality, AbsenceTable.Unit, period, merges: !ofPlaces, stop);
    }

    private sealed record PublishedFact(string? Period, int ReportYear, Guid PlaceId, bool Suppressed, Guid ImportId, Guid? ReplacedById);

    private sealed record LockedReport(int ReportYear, Guid PlaceId, DateTimeOffset At);
}
