using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DigiSam.Tests.Support;

/// <summary>The commands that were sent to the database in this asynchronous flow since the log was started.</summary>
internal sealed class SqlLog : IDisposable
{
    private static readonly AsyncLocal<SqlLog?> Current = new();
    private static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new Listeners());
    private readonly ConcurrentQueue<SentCommand> _sent = [];

    private SqlLog()
    {
    }

    public IReadOnlyList<SentCommand> Sent => [.. _sent];

    public static SqlLog Start() => Current.Value = new SqlLog();

    /// <summary>Listens from the start: a context that nobody listened to tells nothing for a second, and contexts come from a pool.</summary>
    [ModuleInitializer]
    internal static void Listen() => GC.KeepAlive(Listening);

    public void Dispose() => Current.Value = null;

    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Current.Value is { } log && value.Value is CommandEventData { Command: var command })
                log._sent.Enqueue(new SentCommand(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}

internal sealed record SentCommand(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);
