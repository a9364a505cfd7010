using Microsoft.EntityFrameworkCore;

namespace DigiSam.Requests;

/// <summary>How many rows there are, counted no further than anyone wants to know.</summary>
/// <param name="OrMore">There are more than <paramref name="Number"/>.</param>
public readonly record struct CappedCount(int Number, bool OrMore)
{
    /// <summary>Counting stops here: beyond it the number costs time and tells nobody anything.</summary>
    public const int Cap = 1000;
}

/// <summary>
/// One page of a list that may be very long. Its neighbours are found by the row they begin after, so that the hundredth page
/// costs what the first does. <paramref name="First"/> is the number of the first row, from 1.
/// </summary>
/// <param name="Next">The mark of the next page; null on the last.</param>
/// <param name="Previous">The mark of the page before; null on the first.</param>
public sealed record PageByKey<T>(IReadOnlyList<T> Rows, CappedCount Count, int First, string? Next, string? Previous)
{
    /// <summary>The same page with other rows.</summary>
    public PageByKey<TOther> With<TOther>(IReadOnlyList<TOther> rows) => new(rows, Count, First, Next, Previous);
}

internal static class KeyPaging
{
    /// <summary>
    /// Reads the page that <paramref name="mark"/> points at, or the first one; a mark that this order did not make is the
    /// first page too, and so is one beyond which nothing is left. First the keys of the page are found, and then its rows.
    /// Where the rows are joined to something for the order's sake, they are <paramref name="counted"/> without it.
    /// </summary>
    public static async Task<PageByKey<TRow>> PageByKey<T, TRow>(
        this IQueryable<T> rows, RowOrder<T> order, string? mark, Func<IReadOnlyList<Guid>, IQueryable<TRow>> read, Func<TRow, Guid> idOf, CancellationToken stop, int size = Paging.Rows,
        IQueryable<object>? counted = null)
        where T : class
    {
        var from = PageMark.Read(mark, order.Types);
        if (from is { Backwards: true } && from.FirstOn(size) == 1)
            from = null; // The first page, with what has come before the mark meanwhile.
        var keys = await order.Sort(from is null ? rows : order.Beyond(rows, from), from?.Backwards ?? false).Select(order.Key).Take(size + 1).ToListAsync(stop);
        if (from is not null && (keys.Count == 0 || (from.Backwards && keys.Count <= size)))
            return await rows.PageByKey(order, null, read, idOf, stop, size, counted);

        var more = keys.Count > size;
        keys = keys[..Math.Min(size, keys.Count)];
        if (from?.Backwards ?? false)
            keys.Reverse();
        var count = await (counted ?? rows).Take(CappedCount.Cap + 1).CountAsync(stop);
        var ids = keys.ConvertAll(key => (Guid)key[^1]!);
        var page = keys.Count == 0 ? [] : (await read(ids).ToListAsync(stop)).ToDictionary(idOf);
        var first = from?.FirstOn(size) ?? 1;
        return new PageByKey<TRow>(
            [.. ids.Select(id => page[id])],
            new CappedCount(Math.Min(count, CappedCount.Cap), count > CappedCount.Cap),
            first,
            more || from is { Backwards: true } ? new PageMark(keys[^1], Backwards: false, first + size).Write() : null,
            first > 1 && keys.Count > 0 ? new PageMark(keys[0], Backwards: true, first).Write() : null);
    }
}
