using DigiSam.Imports;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.ColumnMappings;

/// <summary>Reads files by the choice of columns that is saved for their header.</summary>
internal sealed class MappedSources(DigiSamContext database)
{
    /// <summary>The file with the table's names for its columns if a choice for such a table is saved; else the file as it is.</summary>
    /// <param name="notes">Is told that the choice was used.</param>
    public async Task<ImportSource> Of(ImportSource source, ImportKind kind, List<RowFault> notes, CancellationToken stop)
    {
        if (await For(TableStream.HeaderOf(source), stop) is not { } mapping || ImportTable.Of(mapping.Table)?.Kind != kind)
            return source;
        notes.Add(new RowFault(0, $"kolumnerna läses enligt det sparade kolumnvalet {mapping.Name}"));
        return source.ReadAs(mapping.ByFileColumn);
    }

    /// <summary>The choice that holds for a header; null when there is none.</summary>
    public async Task<ColumnMapping?> For(IReadOnlyList<string> header, CancellationToken stop)
    {
        var hash = ColumnMapping.HashOf(header);
        return await database.Set<ColumnMapping>().SingleOrDefaultAsync(mapping => mapping.HeaderHash == hash && mapping.EndedAt == null, stop);
    }
}
