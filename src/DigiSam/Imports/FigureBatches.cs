using DigiSam.Figures;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Imports;

/// <summary>The imports of monthly rows, undone ones too, read once in a request.</summary>
internal sealed class FigureBatches(DigiSamContext database)
{
    private static readonly ImportKind[] Kinds = [ImportKind.Absence, .. FigureTables.Kinds];

    private Dictionary<Guid, ImportBatch>? _known;

    public async Task<IReadOnlyDictionary<Guid, ImportBatch>> Read(CancellationToken stop) => _known ??= await All(stop);

    /// <summary>The same, with the imports of some rows: one that has come since is read too.</summary>
    public async Task<IReadOnlyDictionary<Guid, ImportBatch>> Read(IEnumerable<Guid> ofRows, CancellationToken stop) =>
        _known is { } known && ofRows.All(known.ContainsKey) ? known : _known = await All(stop);

    private Task<Dictionary<Guid, ImportBatch>> All(CancellationToken stop) =>
        database.ImportBatches.AsNoTracking().Where(batch => Kinds.Contains(batch.Kind)).ToDictionaryAsync(batch => batch.Id, stop);
}
