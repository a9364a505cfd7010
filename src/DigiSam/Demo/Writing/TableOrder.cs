using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DigiSam.Demo.Writing;

/// <summary>How deep each table lies: deeper than all that its rows refer to, so that references hold from row to row.</summary>
internal static class TableOrder
{
    public static Dictionary<ITable, int> Of(IModel model)
    {
        var depths = new Dictionary<ITable, int>();
        foreach (var table in model.GetRelationalModel().Tables)
            Depth(table, depths);
        return depths;
    }

    /// <summary>A table that refers to itself keeps its depth; its rows come in the order they were told.</summary>
    private static int Depth(ITable table, Dictionary<ITable, int> depths)
    {
        if (depths.TryGetValue(table, out var known))
            return known;
        depths[table] = 0;
        var above = table.ForeignKeyConstraints.Where(reference => reference.PrincipalTable != table);
        return depths[table] = above.Select(reference => Depth((ITable)reference.PrincipalTable, depths) + 1).DefaultIfEmpty(0).Max();
    }
}
