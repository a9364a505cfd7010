namespace DigiSam.Persistence;

/// <summary>
/// One writer at a time in this process, in the order they came. SQLite would let them collide and retry;
/// queued, the unluckiest waits a twentieth as long (ADR 0005).
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

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
