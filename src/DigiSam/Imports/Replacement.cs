using DigiSam.Persistence;

namespace DigiSam.Imports;

/// <summary>How many rows an import added, replaced, left as they were and withdrew.</summary>
internal sealed record ReplacementCounts(int Added, int Replaced, int Unchanged, int Withdrawn);

/// <summary>Puts the rows of a file in the place of those that held before.</summary>
internal static class Replacement
{
    /// <summary>
    /// Rows of the same key are replaced unless they say the same; rows that hold now and are not in the file are
    /// withdrawn. <paramref name="holding"/> are the rows that the file speaks for.
    /// </summary>
    public static async Task<ReplacementCounts> Apply<TRow, TKey>(
        DigiSamContext database,
        IReadOnlyCollection<TRow> holding,
        IReadOnlyCollection<TRow> incoming,
        Func<TRow, TKey> key,
        Func<TRow, TRow, bool> same,
        Guid importId,
        CancellationToken stop)
        where TRow : ImportedRow
        where TKey : notnull
    {
        var before = holding.ToDictionary(key);
        var added = new List<TRow>();
        var replaced = 0;
        var unchanged = 0;
        foreach (var row in incoming)
        {
            if (!before.Remove(key(row), out var old))
            {
                added.Add(row);
            }
            else if (same(old, row))
            {
                unchanged++;
            }
            else
            {
                old.ReplaceBy(importId);
                replaced++;
                added.Add(row);
            }
        }

        foreach (var gone in before.Values)
            gone.ReplaceBy(importId);

        // The old rows must stop holding before the new ones are there: one row per key holds at a time.
        await database.SaveChangesAsync(stop);
        database.AddRange(added);
        return new ReplacementCounts(added.Count - replaced, replaced, unchanged, before.Count);
    }
}
