using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigiSam.Processes;

/// <summary>
/// Finds timers that have fallen due and sends a command for each, as DigiSam itself. It keeps nothing between runs, so it may
/// run at any time, twice at once, or after the host has been down for a month.
/// </summary>
public sealed partial class TimerPump(IServiceScopeFactory scopes, RequestSender sender, TimeProvider clock, ILogger<TimerPump> log)
{
    private const int Batch = 200;

    /// <summary>
    /// Acts on everything that has fallen due, those included that come of it meanwhile, oldest first, and says how many it
    /// was. One that fails is logged, tried again later, and stops no other.
    /// </summary>
    /// <param name="working">Called after each batch, so that a long backlog does not look like a pump that stands still.</param>
    public async Task<int> RunOnce(CancellationToken stop, Action? working = null)
    {
        var acted = 0;
        var tried = new HashSet<Guid>();
        while (true)
        {
            var due = (await Due(stop)).Where(timer => tried.Add(timer.Id)).ToList();
            if (due.Count == 0)
                return acted;
            foreach (var (id, revision) in due)
                acted += await ActOn(id, revision, stop) ? 1 : 0;
            working?.Invoke();
        }
    }

    private async Task<IReadOnlyList<(Guid Id, int Revision)>> Due(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        var now = clock.GetUtcNow();
        var due = await database.ProcessTimers.AsNoTracking()
            .Where(timer => timer.DoneAt == null && timer.DueAt <= now && (timer.RetryAt == null || timer.RetryAt <= now))
            .OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Id)
            .Select(timer => new { timer.Id, timer.Revision })
            .Take(Batch)
            .ToListAsync(stop);
        return [.. due.Select(timer => (timer.Id, timer.Revision))];
    }

    private async Task<bool> ActOn(Guid id, int revision, CancellationToken stop)
    {
        try
        {
            var outcome = await sender.Send(InstallationSetup.Timekeeper, new ActOnTimer(id, revision), stop);
            if (outcome is Outcome<bool>.Done(var acted))
                return acted;
            LogRefused(log, id, outcome);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(log, fault, id);
        }

        await Postpone(id, stop);
        return false;
    }

    private async Task Postpone(Guid id, CancellationToken stop)
    {
        try
        {
            await sender.Send(InstallationSetup.Timekeeper, new PostponeTimer(id), stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(log, fault, id);
        }
    }

    [LoggerMessage(LogLevel.Error, "Timer {Timer} failed and is tried again later.")]
    private static partial void LogFailed(ILogger log, Exception fault, Guid timer);

    [LoggerMessage(LogLevel.Error, "Timer {Timer} was refused and is tried again later: {Outcome}")]
    private static partial void LogRefused(ILogger log, Guid timer, object outcome);
}
