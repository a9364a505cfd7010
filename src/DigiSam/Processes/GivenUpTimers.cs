using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>The timers that were given up after they had failed again and again, the oldest first, and how many are being tried again.</summary>
[Needs(Permission.CheckInstallation)]
public sealed record ListGivenUpTimers : IQuery<GivenUpTimers>
{
    public const int Most = 200;

    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>What DigiSam has not managed to do.</summary>
/// <param name="Count">How many are given up, whether they are listed or not.</param>
/// <param name="BeingTried">How many have failed, or were failing until someone asked for another try, and are tried again by themselves.</param>
public sealed record GivenUpTimers(IReadOnlyList<GivenUpTimer> Timers, int Count, int BeingTried);

/// <summary>Lets DigiSam try a timer again that it had given up. One that is not given up is left as it is.</summary>
[Needs(Permission.CheckInstallation)]
public sealed record RetryTimer(Guid TimerId) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>A timer that waits for the administrator.</summary>
/// <param name="Fault">What went wrong the last time, as the program says it.</param>
public sealed record GivenUpTimer(
    Guid Id, Guid ProcessId, string Definition, int Version, string PlaceName, int Year, string StepKey, TimerKind Kind, DateTimeOffset DueAt, DateTimeOffset GivenUpAt, string? Fault);

internal sealed class ListGivenUpTimersValidator : AbstractValidator<ListGivenUpTimers>;

internal sealed class RetryTimerValidator : AbstractValidator<RetryTimer>
{
    public RetryTimerValidator() => RuleFor(command => command.TimerId).NotEmpty().WithName("Tidpunkten");
}

internal sealed class ListGivenUpTimersHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<ListGivenUpTimers, GivenUpTimers>
{
    public async Task<GivenUpTimers> Handle(ListGivenUpTimers request, CancellationToken cancellationToken) => new(
        await Oldest.ToListAsync(cancellationToken),
        await GivenUp.CountAsync(cancellationToken),
        await database.ProcessTimers.CountAsync(timer => timer.DoneAt == null && timer.DueAt <= clock.GetUtcNow() && timer.GivenUpAt == null && timer.RetryAt != null, cancellationToken));

    private IQueryable<ProcessTimer> GivenUp => database.ProcessTimers.Where(timer => timer.DoneAt == null && timer.GivenUpAt != null);

    private IQueryable<GivenUpTimer> Oldest => (
        from timer in GivenUp
        join process in database.Processes on timer.ProcessId equals process.Id
        join place in database.Places on process.PlaceId equals place.Id
        orderby timer.DueAt, timer.Id
        select new GivenUpTimer(
            timer.Id, process.Id, process.DefinitionKey, process.DefinitionVersion, place.Name, process.Year, timer.StepKey, timer.Kind, timer.DueAt, timer.GivenUpAt!.Value, timer.Fault))
        .Take(ListGivenUpTimers.Most);
}

internal sealed class RetryTimerHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<RetryTimer, Nothing>
{
    public async Task<Nothing> Handle(RetryTimer request, CancellationToken cancellationToken)
    {
        var timer = await database.ProcessTimers.SingleOrDefaultAsync(timer => timer.Id == request.TimerId, cancellationToken) ?? throw new TimerIsUnknown();
        if (timer is { DoneAt: null, GivenUpAt: not null })
            timer.Revive(clock.GetUtcNow());
        return Nothing.Value;
    }
}

/// <summary>The timer is gone with its process, or never was.</summary>
public sealed class TimerIsUnknown() : BrokenRule("Tidpunkten finns inte längre. Läs in sidan igen.");
