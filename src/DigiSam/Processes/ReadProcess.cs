using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>Where a process stands, what will happen to it by itself, and all that has happened.</summary>
[Needs(Permission.ReadSamYear)]
public sealed record ReadProcess(Guid PlaceId, Guid ProcessId) : IQuery<ProcessView>, IProcessRequest
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>A process in full.</summary>
/// <param name="Timers">What waits for its day, the next first.</param>
/// <param name="Events">What has happened, the latest first.</param>
public sealed record ProcessView(Guid Id, string PlaceName, ProcessState State, IReadOnlyList<TimerView> Timers, IReadOnlyList<ProcessEventView> Events);

public sealed record TimerView(string StepKey, TimerKind Kind, DateTimeOffset DueAt, bool IsGivenUp);

/// <summary>Something that happened.</summary>
/// <param name="Person">Who did it; null when DigiSam did it by itself.</param>
public sealed record ProcessEventView(ProcessEventKind Kind, string? StepKey, string? Detail, string? Person, DateTimeOffset At);

internal sealed class ReadProcessValidator : AbstractValidator<ReadProcess>
{
    public ReadProcessValidator() => this.HasProcess();
}

internal sealed class ReadProcessHandler(DigiSamContext database, IProcesses processes) : IRequestHandler<ReadProcess, ProcessView>
{
    public async Task<ProcessView> Handle(ReadProcess request, CancellationToken cancellationToken)
    {
        await database.Demand(request, cancellationToken);
        var place = await database.Places.Where(place => place.Id == request.PlaceId).Select(place => place.Name).SingleAsync(cancellationToken);
        var timers = await database.ProcessTimers.AsNoTracking().Where(timer => timer.ProcessId == request.ProcessId && timer.DoneAt == null)
            .OrderBy(timer => timer.DueAt).Select(timer => new TimerView(timer.StepKey, timer.Kind, timer.DueAt, timer.GivenUpAt != null)).ToListAsync(cancellationToken);
        var events = await (
            from happened in database.Set<ProcessEvent>()
            join person in database.People on happened.PersonId equals person.Id
            where happened.ProcessId == request.ProcessId
            orderby happened.At descending, happened.Id descending
            select new { happened.Kind, happened.StepKey, happened.Detail, happened.PersonId, person.Name, happened.At }).AsNoTracking().ToListAsync(cancellationToken);
        return new ProcessView(
            request.ProcessId, place, await processes.Query(request.ProcessId, cancellationToken), timers,
            [.. events.Select(happened => new ProcessEventView(
                happened.Kind, happened.StepKey, happened.Detail, happened.PersonId == Installation.InstallationSetup.Timekeeper ? null : happened.Name, happened.At))]);
    }
}
