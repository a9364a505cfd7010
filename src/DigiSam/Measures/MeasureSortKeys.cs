using DigiSam.Language;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Measures;

/// <summary>
/// Gives measures of version 0.1.0 the sort key that it did not keep. Only the program knows the Swedish alphabet, no database
/// does. A title without a letter or digit, such as "?", has none and stays as it is.
/// </summary>
internal static class MeasureSortKeys
{
    private const int Batch = 500;

    public static async Task FillIn(DigiSamContext database, CancellationToken stop)
    {
        for (var last = ""; ;)
        {
            var titles = await database.Measures.Where(measure => measure.SortKey == "" && measure.Title.CompareTo(last) > 0)
                .Select(measure => measure.Title).Distinct().OrderBy(title => title).Take(Batch).ToListAsync(stop);
            if (titles.Count == 0)
                return;
            last = titles[^1];
            foreach (var (title, key) in titles.Select(title => (title, SwedishText.SortKey(title))).Where(filled => filled.Item2.Length > 0))
            {
                await database.Measures.Where(measure => measure.SortKey == "" && measure.Title == title)
                    .ExecuteUpdateAsync(measure => measure.SetProperty(row => row.SortKey, key), stop);
            }
        }
    }
}
