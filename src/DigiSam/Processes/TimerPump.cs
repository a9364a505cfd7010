using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DigiSam.Processes;

/// <summary>
/// Has timers that have fallen due acted on, a batch in a command, as DigiSam itself. It keeps nothing between runs, so it may
/// run at any time, twice at once, or after the host has been down for a month.
/// </summary>
public sealed partial class TimerPump(IServiceScopeFactory scopes, RequestSender sender, TimeProvider clock, ILogger<TimerPump> log)
{
    /// <summary>So many are acted on in one transaction, and so long do writers beside the pump wait for it.</summary>
    private const int Batch = 200;

    private volatile bool _reconciled;

    private volatile bool _complete;

    /// <summary>
    /// Acts on everything that has fallen due, those included that come of it meanwhile, oldest first, and says how many it
    /// was. One that fails is logged, tried again later, and stops no other. The first run begins by setting processes and timers
    /// right against each other, and ends by starting the processes of what has none; where that fails, the next one does.
    /// </summary>
    /// <param name="working">Called after each batch, so that a long backlog does not look like a pump that stands still.</param>
    public async Task<int> RunOnce(CancellationToken stop, Action? working = null)
    {
        _reconciled = _reconciled || await Reconcile(stop);
        var acted = await ActOnAll(working, stop);
        while (!_complete && await StartSome(stop) > 0)
        {
            working?.Invoke();
            acted += await ActOnAll(working, stop);
        }

        return acted;
    }

    private async Task<int> ActOnAll(Action? working, CancellationToken stop)
    {
        var acted = 0;
        var tried = new HashSet<Guid>();
        while (await ActTogether(tried, stop) is { Found: > 0 } batch)
        {
            acted += batch.Acted;
            working?.Invoke();
        }

        return acted;
    }

    // Some in a command, as often as it takes; what has fallen due meanwhile does not wait for the rest.
    private async Task<int> StartSome(CancellationToken stop)
    {
        try
        {
            if (await sender.Send(InstallationSetup.Timekeeper, new StartMissingProcesses(), stop) is Outcome<int>.Done(var started))
            {
                _complete = started == 0;
                if (started > 0)
                    LogStarted(log, started);
                return started;
            }

            LogNotReconciled(log, null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotReconciled(log, fault);
        }

        return 0;
    }

    private async Task<bool> Reconcile(CancellationToken stop)
    {
        try
        {
            var outcome = await sender.Send(InstallationSetup.Timekeeper, new ReconcileProcesses(), stop);
            if (outcome is Outcome<Reconciliation>.Done({ } set) && set != new Reconciliation(0, 0, 0))
                LogReconciled(log, outcome);
            if (outcome is Outcome<Reconciliation>.Done)
                return true;
            LogNotReconciled(log, null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotReconciled(log, fault);
        }

        return false;
    }

    // Together they share a transaction. Where one of them makes it fail, they are acted on one by one, and that one is put off.
    private async Task<(int Found, int Acted)> ActTogether(HashSet<Guid> tried, CancellationToken stop)
    {
        try
        {
            if (await sender.Send(InstallationSetup.Timekeeper, new ActOnDueTimers(Batch), stop) is Outcome<int>.Done(var acted))
                return (acted, acted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogBatchFailed(log, fault);
        }

        var alone = (await Due(stop)).Where(timer => tried.Add(timer.Id)).ToList();
        var done = 0;
        foreach (var (id, revision) in alone)
            done += await ActOn(id, revision, stop) ? 1 : 0;
        return (alone.Count, done);
    }

    private async Task<IReadOnlyList<(Guid Id, int Revision)>> Due(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = await DueTimers.At(scope.ServiceProvider.GetRequiredService<DigiSamContext>(), clock.GetUtcNow()).AsNoTracking()
            .Select(timer => new { timer.Id, timer.Revision })
            .Take(Batch)
            .ToListAsync(stop);
        return [.. due.Select(timer => (timer.Id, timer.Revision))];
    }

    private async Task<bool> ActOn(Guid id, int revision, CancellationToken stop)
    {
        string reason;
        try
        {
            var outcome = await sender.Send(InstallationSetup.Timekeeper, new ActOnTimer(id, revision), stop);
            if (outcome is Outcome<bool>.Done(var acted))
                return acted;
            LogRefused(log, id, outcome);
            reason = $"{outcome}";
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(log, fault, id);
            reason = $"{fault.GetType().Name}: {fault.Message}";
        }

        await Postpone(id, reason, stop);
        return false;
    }

    private async Task Postpone(Guid id, string reason, CancellationToken stop)
    {
        try
        {
            await sender.Send(InstallationSetup.Timekeeper, new PostponeTimer(id, reason), stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(log, fault, id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Processes and timers were set right: {Outcome}")]
    private static partial void LogReconciled(ILogger log, object outcome);

    [LoggerMessage(LogLevel.Information, "{Started} processes were started of things that had none.")]
    private static partial void LogStarted(ILogger log, int started);

    [LoggerMessage(LogLevel.Error, "Processes and timers could not be compared; it is tried again at the next run.")]
    private static partial void LogNotReconciled(ILogger log, Exception? fault);

    [LoggerMessage(LogLevel.Warning, "A batch of timers failed; they are acted on one by one.")]
    private static partial void LogBatchFailed(ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Error, "Timer {Timer} failed and is tried again later.")]
    private static partial void LogFailed(ILogger log, Exception fault, Guid timer);

    [LoggerMessage(LogLevel.Error, "Timer {Timer} was refused and is tried again later: {Outcome}")]
    private static partial void LogRefused(ILogger log, Guid timer, object outcome);
}
