using Microsoft.EntityFrameworkCore;

namespace DigiSam.Requests;

/// <summary>One page of a long list. <paramref name="Number"/> starts at 1; <paramref name="Total"/> counts the rows of all pages.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size)
{
    /// <summary>How many pages there are; at least one.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

internal static class Paging
{
    /// <summary>How many rows a page has.</summary>
    public const int Rows = 50;

    /// <summary>Reads one page in the database; a number beyond the last is the last page.</summary>
    public static async Task<PageOf<T>> Page<T>(this IQueryable<T> rows, int number, int total, CancellationToken stop, int size = Rows)
    {
        var last = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(number, 1, last);
        return new PageOf<T>(total == 0 ? [] : await rows.Skip((page - 1) * size).Take(size).ToListAsync(stop), total, page, size);
    }

    /// <summary>
    /// Finds the ids of one page, and then reads its rows: what a row needs of other tables is looked up for those alone, not
    /// for all that had to be sorted.
    /// </summary>
    public static async Task<PageOf<T>> Page<T>(
        this IQueryable<Guid> ids, Func<IReadOnlyList<Guid>, IQueryable<T>> rows, Func<T, Guid> idOf, int number, int total, CancellationToken stop)
    {
        var page = await ids.Page(number, total, stop);
        var read = (await rows(page.Rows).ToListAsync(stop)).ToDictionary(idOf);
        return new PageOf<T>([.. page.Rows.Select(id => read[id])], page.Total, page.Number, page.Size);
    }
}
