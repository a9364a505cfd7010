namespace DigiSam.Web.Processes;

/// <summary>When the pump was last seen at work in this process.</summary>
internal sealed class PumpBeat(TimeProvider clock, TimeSpan interval)
{
    /// <summary>Longer than any run takes; for a slow clock some of its intervals.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    private const int Missed = 4;

    private readonly TimeSpan _silence = interval * Missed > Shortest ? interval * Missed : Shortest;

    private long _last = clock.GetUtcNow().UtcTicks;

    /// <summary>The last beat; the start while there was none.</summary>
    public DateTimeOffset Last => new(Interlocked.Read(ref _last), TimeSpan.Zero);

    public bool IsFresh => clock.GetUtcNow() - Last <= _silence;

    public void Beat() => Interlocked.Exchange(ref _last, clock.GetUtcNow().UtcTicks);
}
