using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>Compares the rows of a year with those that held when a report of it was locked.</summary>
internal sealed class AbsenceCorrections(DigiSamContext database, FigureBatches imports, AbsenceCoverage coverage)
{
    /// <summary>
    /// Whether, since one of these times, any row or any sum that is shown has changed by one to ten people. After an undone import the
    /// rows of then are gone, and it cannot be ruled out.
    /// </summary>
    public async Task<bool> AreSmall(RollingYear period, IReadOnlyList<DateTimeOffset> times, CancellationToken stop)
    {
        var first = times.Min();
        var batches = await imports.Read(stop);
        if (batches.Values.Any(batch => batch.Kind == ImportKind.Absence && batch.MayHaveStated(period.Start, period.End) && times.Any(time => batch.ImportedAt <= time && time < batch.UndoneAt)))
            return true;
        var later = batches.Values.Where(batch => batch.Kind == ImportKind.Absence && first < batch.ImportedAt).Select(batch => batch.Id).ToList();
        if (later.Count == 0)
            return false;
        var rows = await database.Set<AbsenceMonth>().AsNoTracking()
            .Where(row => period.Start <= row.Month && row.Month <= period.End && (later.Contains(row.ImportId) || (row.ReplacedById != null && later.Contains(row.ReplacedById.Value))))
            .Select(row => new { row.Table, row.Month, row.PlaceId, row.Sex, row.Age, row.Position, row.Headcount, row.ImportId, row.ReplacedById }).ToListAsync(stop);
        batches = await imports.Read(rows.SelectMany(row => new[] { row.ImportId, row.ReplacedById ?? row.ImportId }), stop);
        foreach (var time in times)
        {
            var changes = new Dictionary<(AbsenceTable Table, AbsenceKey Key), int>();
            foreach (var row in rows)
            {
                var (held, holds) = (batches[row.ImportId].ImportedAt <= time && (row.ReplacedById is not { } by || time < batches[by].ImportedAt), row.ReplacedById is null);
                if (held == holds)
                    continue;
                var key = (row.Table, new AbsenceKey(row.Month, row.PlaceId, row.Sex, row.Age, row.Position));
                changes[key] = changes.GetValueOrDefault(key) + (holds ? row.Headcount : -row.Headcount);
            }

            if (await AnySmall(changes, stop))
                return true;
        }

        return false;
    }

    private async Task<bool> AnySmall(Dictionary<(AbsenceTable Table, AbsenceKey Key), int> changes, CancellationToken stop)
    {
        foreach (var month in changes.GroupBy(change => change.Key.Key.Month))
        {
            var above = await coverage.Above(month.Key, stop);
            var sums = new Dictionary<(AbsenceTable, Guid Place, AbsenceSex Sex, AgeGroup Age, string Position), int>();
            foreach (var ((table, key), people) in month)
            {
                foreach (var place in above[key.PlaceId].Append(key.PlaceId).Append(Guid.Empty))
                {
                    foreach (var (sex, age) in new[] { (key.Sex, key.Age), (key.Sex, AgeGroup.All), (AbsenceSex.All, key.Age), (AbsenceSex.All, AgeGroup.All) }.Distinct())
                    {
                        foreach (var position in new[] { key.Position, "" }.Distinct())
                            sums[(table, place, sex, age, position)] = sums.GetValueOrDefault((table, place, sex, age, position)) + people;
                    }
                }
            }

            if (sums.Values.Any(people => Math.Abs(people) is > 0 and <= MetricValue.LargestHiddenGroup))
                return true;
        }

        return false;
    }
}
