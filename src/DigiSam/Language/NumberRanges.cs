using System.Globalization;

namespace DigiSam.Language;

/// <summary>Whole numbers as a reader wants them listed: three or more that follow each other as one range, "1–4".</summary>
public static class NumberRanges
{
    /// <summary>"1–4", "7" and "9–11" of 1, 2, 3, 4, 7, 9, 10, 11, in order and each number once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<int> numbers)
    {
        var sorted = numbers.Distinct().Order().ToList();
        var ranges = new List<string>();
        for (var start = 0; start < sorted.Count;)
        {
            var end = start;
            while (end + 1 < sorted.Count && sorted[end + 1] == sorted[end] + 1)
                end++;
            if (end == start + 1)
                end = start;
            ranges.Add(end > start
                ? string.Create(CultureInfo.InvariantCulture, $"{sorted[start]}–{sorted[end]}")
                : sorted[start].ToString(CultureInfo.InvariantCulture));
            start = end + 1;
        }

        return ranges;
    }
}
