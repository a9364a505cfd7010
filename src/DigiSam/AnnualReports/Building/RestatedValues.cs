using DigiSam.Metrics;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Building;

/// <summary>
/// Published values that a locked report has stated otherwise for the same months, for one to ten people more or fewer: the two
/// together would be those people's.
/// </summary>
internal sealed class RestatedValues(DigiSamContext database, ShownElsewhere elsewhere)
{
    public async Task<IReadOnlyList<HiddenPeriod>> Of(IReadOnlyCollection<MetricValue> values, CancellationToken stop)
    {
        var periods = values.Where(value => value.Headcount is not null).Select(value => value.Period).OfType<string>().Distinct().ToList();
        var locked = await elsewhere.Locked(stop);
        if (periods.Count == 0 || locked.Count == 0)
            return [];
        var stated = await (
            from value in database.MetricValues.AsNoTracking()
            join batch in database.ImportBatches on value.ImportId equals batch.Id
            join later in database.ImportBatches on value.ReplacedById equals later.Id into laters
            from later in laters.DefaultIfEmpty()
            where value.Headcount != null && periods.Contains(value.Period!)
            select new { Value = value, From = batch.ImportedAt, To = (DateTimeOffset?)later.ImportedAt }).ToListAsync(stop);
        var shown = stated.FindAll(one => locked.Exists(document => document.ReportYear == one.Value.ReportYear && one.From <= document.At && (one.To is not { } to || document.At < to)))
            .ToLookup(one => HiddenPeriod.Of(one.Value), one => one.Value.Headcount!.Value);
        return [.. values.Where(value => value.Headcount is { } now && shown[HiddenPeriod.Of(value)].Any(then => Math.Abs(now - then) is > 0 and <= MetricValue.LargestHiddenGroup)).Select(HiddenPeriod.Of)];
    }
}
