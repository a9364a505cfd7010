using System.Collections;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DigiSam.Demo.Writing;

/// <summary>
/// Writes entities and what belongs to them straight into their tables, in the transaction that is open: prepared inserts of
/// several rows, with columns and conversions of the model. Nothing is tracked, and only some thousand rows wait at a time,
/// so a municipality of any size fits. What a row refers to is written before it.
/// </summary>
internal sealed class BulkWriter(DigiSamContext database, Numbering numbering) : IAsyncDisposable
{
    private const int MostWaiting = 8192;

    private readonly Dictionary<Type, TableInsert> _inserts = [];
    private readonly List<TableInsert> _inOrder = [];
    private Dictionary<ITable, int>? _depths;
    private int _waiting;

    public int Rows { get; private set; }

    /// <summary>Takes rows to write sooner or later, those that others refer to first; <see cref="Complete"/> writes what still waits.</summary>
    public async Task Write(IEnumerable<object> entities, CancellationToken stop)
    {
        foreach (var entity in entities)
        {
            Take(entity);
            if (_waiting >= MostWaiting)
                await Complete(stop);
        }
    }

    public async Task Complete(CancellationToken stop)
    {
        foreach (var insert in _inOrder)
            await insert.Run(stop);
        _waiting = 0;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in _inOrder)
            await insert.DisposeAsync();
    }

    private void Take(object entity)
    {
        if (!_inserts.TryGetValue(entity.GetType(), out var insert))
            insert = Prepare(entity.GetType());
        insert.Take(entity);
        Rows++;
        _waiting++;
        foreach (var children in insert.Children)
        {
            foreach (var child in (IEnumerable)children.GetGetter().GetClrValue(entity)!)
            {
                numbering.Give(child, TimeOf(child) ?? insert.TimeOf(entity) ?? DateTimeOffset.UnixEpoch);
                Take(child);
            }
        }
    }

    /// <summary>When it happened, so that ids of a history are in its order.</summary>
    private DateTimeOffset? TimeOf(object row) => (_inserts.GetValueOrDefault(row.GetType()) ?? Prepare(row.GetType())).TimeOf(row);

    private TableInsert Prepare(Type type)
    {
        var entity = database.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is no entity.");
        _depths ??= TableOrder.Of(database.Model);
        var insert = new TableInsert(entity, _depths[entity.GetTableMappings().Single().Table], database);
        _inserts.Add(type, insert);
        var place = _inOrder.FindIndex(other => other.Depth > insert.Depth);
        _inOrder.Insert(place < 0 ? _inOrder.Count : place, insert);
        return insert;
    }
}
