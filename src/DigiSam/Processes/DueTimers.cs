using DigiSam.Persistence;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>Which timers are to be acted on now.</summary>
internal static class DueTimers
{
    /// <summary>The turn of one pump at a time on a server: two whose batches overlap would only run into each other's transactions.</summary>
    internal static readonly Guid Turn = new("01a20750-0000-7000-8000-64696769736d");

    /// <summary>How many more are looked at than are taken, since people beside us hold some.</summary>
    private const int Beside = 4;

    /// <summary>
    /// Fallen due, neither done nor given up, not waiting to be tried again, and of a process that does not stand still; the oldest
    /// first.
    /// </summary>
    public static IQueryable<ProcessTimer> At(DigiSamContext database, DateTimeOffset now) => database.ProcessTimers
        .Where(timer => timer.DoneAt == null && timer.DueAt <= now && timer.GivenUpAt == null && (timer.RetryAt == null || timer.RetryAt <= now)
            && !database.Processes.Any(process => process.Id == timer.ProcessId && process.Status == ProcessStatus.Suspended))
        .OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Id);

    /// <summary>
    /// Takes the oldest for the open transaction, at most so many; none while another host does. When that one has done all of them there is
    /// nothing left, and when it dies its turn ends with its transaction, for whoever wakes next.
    /// </summary>
    public static async Task<IReadOnlyList<ProcessTimer>> Take(DigiSamContext database, DatabaseEngine engine, DateTimeOffset now, int most, CancellationToken stop)
    {
        if (!await engine.TryTurn(database, Turn, stop))
            return [];
        var due = await At(database, now).Select(timer => timer.Id).Take(most * Beside).ToListAsync(stop);
        var held = await engine.HoldFree(database, nameof(DigiSamContext.ProcessTimers), due, most, stop);
        return await database.ProcessTimers.Where(timer => held.Contains(timer.Id)).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Id).ToListAsync(stop);
    }
}
