using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>
/// Every place's survey index has a row of its own, so that a place less those below it would be those that were left out. A file that
/// would leave ten or fewer that way is refused.
/// </summary>
internal sealed class SurveyShield(DigiSamContext database)
{
    public async Task Check(IReadOnlyList<FigureRow> rows, FaultList faults, CancellationToken stop)
    {
        if (!faults.None)
            return;
        var (first, last) = (rows.Min(row => row.Key.Period), rows.Max(row => row.Key.Period));
        var people = (await database.Set<CountedFigure>().AsNoTracking()
            .Where(row => row.ReplacedById == null && row.Table == FigureTable.Survey && first <= row.Period && row.Period <= last).ToListAsync(stop))
            .ToDictionary(row => row.Row.Key, row => row.Headcount!.Value);
        foreach (var row in rows)
            people[row.Key] = row.Headcount!.Value;
        var lines = rows.ToDictionary(row => row.Key, row => row.Line);
        var places = await database.Places.AsNoTracking().ToDictionaryAsync(place => place.Id, stop);
        var scopes = (await database.PlaceScopes.AsNoTracking().ToListAsync(stop)).FindAll(scope => scope.AncestorId != scope.DescendantId);
        foreach (var year in people.GroupBy(row => (row.Key.Period, row.Key.Category)))
        {
            var here = year.ToDictionary(row => row.Key.PlaceId);
            var units = places.Values.OfType<Unit>().Where(unit => unit.ValidFrom < year.Key.Period.AddYears(1) && year.Key.Period <= unit.ValidTo).Select(unit => unit.Id).ToHashSet();
            var below = scopes.Where(scope => units.Contains(scope.DescendantId) && scope.ValidFrom < year.Key.Period.AddYears(1) && year.Key.Period <= scope.ValidTo)
                .Select(scope => (scope.AncestorId, scope.DescendantId)).Distinct().ToLookup(scope => scope.AncestorId, scope => scope.DescendantId);
            foreach (var (id, (key, count)) in here.Where(row => places[row.Key] is not Unit))
            {
                var whole = places[id] is Municipality;
                var inside = whole ? units : below[id].ToHashSet();
                foreach (var others in new[] { here.Where(row => units.Contains(row.Key) && inside.Contains(row.Key)), Within<Board>(), Within<Administration>() })
                {
                    var sum = others.Sum(row => row.Value.Value);
                    if (sum > 0 && Math.Abs(count - sum) is > 0 and <= MetricValue.LargestHiddenGroup)
                        faults.Add(lines.GetValueOrDefault(key), $"{places[id].Name}, {key.Category}: svaren är {Math.Abs(count - sum)} {(count > sum ? "fler" : "färre")} än de som finns för platserna under, och så få skulle gå att räkna ut. Ta bort raden, eller räkna samma personer på båda nivåerna");
                }

                IEnumerable<KeyValuePair<Guid, KeyValuePair<FigureKey, int>>> Within<T>()
                    where T : Place => here.Where(row => row.Key != id && places[row.Key] is T && (whole || (below[row.Key].Any() && below[row.Key].All(inside.Contains))));
            }
        }
    }
}
