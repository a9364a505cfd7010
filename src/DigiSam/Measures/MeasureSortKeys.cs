using DigiSam.Language;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Measures;

/// <summary>Gives measures of version 0.1.0 the sort key that it did not keep. Only the program knows the Swedish alphabet, no database does.</summary>
internal static class MeasureSortKeys
{
    private const int Batch = 500;

    public static async Task FillIn(DigiSamContext database, CancellationToken stop)
    {
        while (true)
        {
            var titles = await database.Measures.Where(measure => measure.SortKey == "").Select(measure => measure.Title).Distinct().OrderBy(title => title).Take(Batch).ToListAsync(stop);
            if (titles.Count == 0)
                return;
            foreach (var title in titles)
            {
                var key = SwedishText.SortKey(title);
                await database.Measures.Where(measure => measure.SortKey == "" && measure.Title == title)
                    .ExecuteUpdateAsync(measure => measure.SetProperty(row => row.SortKey, key), stop);
            }
        }
    }
}
