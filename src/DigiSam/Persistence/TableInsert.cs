using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DigiSam.Persistence;

/// <summary>
/// The rows of one kind that wait to be written, and the commands that write them: prepared inserts of 1, 2, 4 … rows, made
/// when they are first needed and used again with other values.
/// </summary>
internal sealed class TableInsert : IAsyncDisposable
{
    private readonly DigiSamContext _database;
    private readonly string _head;
    private readonly IReadOnlyList<(RelationalTypeMapping Mapping, Func<object, object?> Value)> _columns;
    private readonly Dictionary<int, DbCommand> _commands = [];
    private readonly List<object> _waiting = [];
    private readonly int _mostRows;
    private readonly IProperty? _time;

    public TableInsert(IEntityType entity, int depth, DigiSamContext database)
    {
        _database = database;
        Depth = depth;
        Children = [.. entity.GetNavigations().Where(navigation => navigation.IsCollection)];
        var mapping = entity.GetTableMappings().Single();
        var columns = mapping.ColumnMappings.ToList();
        var sql = database.GetService<ISqlGenerationHelper>();
        _head = $"INSERT INTO {sql.DelimitIdentifier(mapping.Table.Name, mapping.Table.Schema)} ({string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.Column.Name)))}) VALUES ";
        _columns = [.. columns.Select(column => (column.TypeMapping, Of(entity, column.Property)))];
        _mostRows = 1 << BitOperations.Log2((uint)Math.Max(1, MostParameters(database) / columns.Count));
        _time = entity.FindProperty("At") ?? entity.FindProperty("CreatedAt");
    }

    /// <summary>Rows of a lesser depth are written before those of a greater one.</summary>
    public int Depth { get; }

    /// <summary>Rows of other tables that belong to a row of this one.</summary>
    public IReadOnlyList<INavigation> Children { get; }

    public DateTimeOffset? TimeOf(object row) => _time?.GetGetter().GetClrValue(row) as DateTimeOffset?;

    public void Take(object row) => _waiting.Add(row);

    public async Task Run(CancellationToken stop)
    {
        for (var written = 0; written < _waiting.Count;)
        {
            var rows = Math.Min(_mostRows, 1 << BitOperations.Log2((uint)(_waiting.Count - written)));
            if (!_commands.TryGetValue(rows, out var command))
                _commands.Add(rows, command = await Prepare(rows, stop));
            Fill(command, written, rows);
            await command.ExecuteNonQueryAsync(stop);
            written += rows;
        }

        _waiting.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
            await command.DisposeAsync();
    }

    /// <summary>Well within what the engines take in one command; in SQLite's process more does not pay, over a network it does.</summary>
    private static int MostParameters(DigiSamContext database) => database.Database.IsSqlite() ? 128 : 8192;

    private static Func<object, object?> Of(IEntityType entity, IProperty property)
    {
        if (property == entity.FindDiscriminatorProperty())
            return _ => entity.GetDiscriminatorValue();
        if (property.Name == nameof(IRevised.Rev) && entity.ClrType.IsAssignableTo(typeof(IRevised)))
            return _ => 1;
        var getter = property.GetGetter();
        var converter = property.GetRelationalTypeMapping().Converter;
        return converter is null
            ? getter.GetClrValue
            : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }

    private void Fill(DbCommand command, int from, int rows)
    {
        var parameter = 0;
        for (var row = from; row < from + rows; row++)
        {
            foreach (var (_, value) in _columns)
                command.Parameters[parameter++].Value = value(_waiting[row]) ?? DBNull.Value;
        }
    }

    private async Task<DbCommand> Prepare(int rows, CancellationToken stop)
    {
        var command = _database.Database.GetDbConnection().CreateCommand();
        command.Transaction = _database.Database.CurrentTransaction?.GetDbTransaction();
        var text = new StringBuilder(_head);
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            foreach (var (mapping, _) in _columns)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
                text.Append(command.Parameters.Count % _columns.Count == 0 ? "" : ", ").Append(name);
                command.Parameters.Add(mapping.CreateParameter(command, name, null, nullable: true));
            }

            text.Append(')');
        }

        command.CommandText = text.ToString();
        await command.PrepareAsync(stop);
        return command;
    }
}
