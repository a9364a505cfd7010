using DigiSam.Workflows.Running;

namespace DigiSam.Tests.Processes.Conformance;

/// <summary>What the tests of one behaviour share.</summary>
public abstract class Behaviour<TEngine> : IAsyncLifetime
    where TEngine : IEngineUnderTest, new()
{
    protected static readonly DateOnly NewYear = new(2027, 1, 1);

    protected TEngine Engine { get; } = new();

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts an instance of a definition, for a place of its own or the one given.</summary>
    protected async Task<Guid> Start(string key, int year = 2027, Guid? place = null, int version = 1)
    {
        var subject = new ProcessSubject(year, place ?? (await Engine.Places(1))[0], Guid.NewGuid());
        return await Engine.Do(Engine.People.One, port => port.Start(Engine.Definition(key, version), subject, default));
    }

    protected Task<IReadOnlyList<ProcessDecision>> Signal(Guid instance, ProcessSignal signal, Guid? person = null) =>
        Engine.Do(person ?? Engine.People.One, port => port.Signal(instance, signal, default));

    protected Task<ProcessState> State(Guid instance) => Engine.Do(Engine.People.One, port => port.Query(instance, default));

    protected async Task<IReadOnlyList<string>> Happened(Guid instance) =>
        [.. (await Engine.Do(Engine.People.One, port => port.History(instance, default))).Select(happened => happened.What)];

    protected async Task<int> Times(Guid instance, string what) => (await Happened(instance)).Count(happened => happened == what);
}
