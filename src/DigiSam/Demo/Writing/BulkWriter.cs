using System.Collections;
using System.Data.Common;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DigiSam.Demo.Writing;

/// <summary>
/// Writes entities and what belongs to them straight into their tables, in the transaction that is open: a prepared insert
/// for each kind, with columns and conversions of the model. Nothing is tracked, so a municipality of any size fits.
/// </summary>
internal sealed class BulkWriter(DigiSamContext database, Numbering numbering) : IAsyncDisposable
{
    private readonly Dictionary<Type, Insert> _inserts = [];

    public int Rows { get; private set; }

    public async Task Write(IEnumerable<object> entities, CancellationToken stop)
    {
        foreach (var entity in entities)
            await Write(entity, stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in _inserts.Values)
            await insert.Command.DisposeAsync();
    }

    private async Task Write(object entity, CancellationToken stop)
    {
        if (!_inserts.TryGetValue(entity.GetType(), out var insert))
            _inserts.Add(entity.GetType(), insert = Prepare(entity.GetType()));
        await insert.Run(entity, stop);
        Rows++;
        foreach (var children in insert.Children)
        {
            foreach (var child in (IEnumerable)children.GetGetter().GetClrValue(entity)!)
            {
                numbering.Give(child, TimeOf(child) ?? TimeOf(entity) ?? DateTimeOffset.UnixEpoch);
                await Write(child, stop);
            }
        }
    }

    /// <summary>When it happened, so that ids of a history are in its order.</summary>
    private static DateTimeOffset? TimeOf(object row) =>
        row.GetType().GetProperty("At")?.GetValue(row) as DateTimeOffset? ?? row.GetType().GetProperty("CreatedAt")?.GetValue(row) as DateTimeOffset?;

    private Insert Prepare(Type type)
    {
        var entity = database.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is no entity.");
        var columns = entity.GetTableMappings().Single().ColumnMappings.Select(column => (column.Column.Name, column.Property)).ToList();
        var table = entity.GetTableMappings().Single().Table.Name;
        var command = database.Database.GetDbConnection().CreateCommand();
        command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
        var values = columns.Select((column, index) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
            return (parameter, Of(entity, column.Property));
        }).ToList();
        return new Insert(command, values, [.. entity.GetNavigations().Where(navigation => navigation.IsCollection)]);
    }

    private static Func<object, object?> Of(IEntityType entity, IProperty property)
    {
        if (property == entity.FindDiscriminatorProperty())
            return _ => entity.GetDiscriminatorValue();
        if (property.Name == nameof(IRevised.Rev) && entity.ClrType.IsAssignableTo(typeof(IRevised)))
            return _ => 1;
        var converter = property.GetRelationalTypeMapping().Converter;
        return converter is null
            ? row => property.GetGetter().GetClrValue(row)
            : row => property.GetGetter().GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }

    private sealed record Insert(DbCommand Command, IReadOnlyList<(DbParameter Parameter, Func<object, object?> Value)> Values, IReadOnlyList<INavigation> Children)
    {
        public Task<int> Run(object row, CancellationToken stop)
        {
            foreach (var (parameter, value) in Values)
                parameter.Value = value(row) ?? DBNull.Value;
            return Command.ExecuteNonQueryAsync(stop);
        }
    }
}
