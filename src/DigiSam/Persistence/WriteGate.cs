namespace DigiSam.Persistence;

/// <summary>
/// Lets in as many writers at once as the database does well with in one process, in the order they came. On SQLite that is
/// one: it would let more collide and retry; queued, the unluckiest waits a twentieth as long (ADR 0005).
/// </summary>
public sealed class WriteGate(int writers) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(writers, writers);

    /// <summary>Waits for the turn; disposing the result gives it to the next.</summary>
    public async Task<IDisposable> Enter(CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        return new Turn(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
