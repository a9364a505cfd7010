using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>A request about one process. It names the place too: that is where the actor must have a role.</summary>
public interface IProcessRequest : IActsOn
{
    Guid PlaceId { get; }

    Guid ProcessId { get; }
}

/// <summary>Lets a process stand still, with the reason: nobody is reminded, and no step can be closed, until it goes on.</summary>
[Needs(Permission.StartSamYear)]
public sealed record SuspendProcess(Guid PlaceId, Guid ProcessId, string Reason) : ICommand<Nothing>, IProcessRequest
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>Lets a suspended process go on. What fell due meanwhile is acted on then.</summary>
[Needs(Permission.StartSamYear)]
public sealed record ResumeProcess(Guid PlaceId, Guid ProcessId) : ICommand<Nothing>, IProcessRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class SuspendProcessValidator : AbstractValidator<SuspendProcess>
{
    public SuspendProcessValidator()
    {
        this.HasProcess();
        RuleFor(command => command.Reason).NotEmpty().WithMessage("Skriv varför processen pausas.").MaximumLength(2000).WithName("Skälet");
    }
}

internal sealed class ResumeProcessValidator : AbstractValidator<ResumeProcess>
{
    public ResumeProcessValidator() => this.HasProcess();
}

internal static class ProcessRules
{
    /// <summary>The ids of place and process.</summary>
    public static void HasProcess<T>(this AbstractValidator<T> validator)
        where T : IProcessRequest
    {
        validator.RuleFor(request => request.PlaceId).NotEmpty().WithName("Platsen");
        validator.RuleFor(request => request.ProcessId).NotEmpty().WithName("Processen");
    }

    /// <summary>Fails with <see cref="ProcessIsUnknown"/> for a process of another place as for one that does not exist.</summary>
    public static async Task Demand(this DigiSamContext database, IProcessRequest request, CancellationToken stop)
    {
        if (!await database.Processes.AnyAsync(process => process.Id == request.ProcessId && process.PlaceId == request.PlaceId, stop))
            throw new ProcessIsUnknown();
    }
}

internal sealed class SuspendProcessHandler(DigiSamContext database, IProcesses processes) : IRequestHandler<SuspendProcess, Nothing>
{
    public async Task<Nothing> Handle(SuspendProcess request, CancellationToken cancellationToken)
    {
        await database.Demand(request, cancellationToken);
        if ((await processes.Query(request.ProcessId, cancellationToken)).Status is ProcessStatus.Completed or ProcessStatus.Cancelled)
            throw new ProcessHasEnded();
        await processes.Suspend(request.ProcessId, request.Reason.Trim(), cancellationToken);
        return Nothing.Value;
    }
}

internal sealed class ResumeProcessHandler(DigiSamContext database, IProcesses processes) : IRequestHandler<ResumeProcess, Nothing>
{
    public async Task<Nothing> Handle(ResumeProcess request, CancellationToken cancellationToken)
    {
        await database.Demand(request, cancellationToken);
        await processes.Resume(request.ProcessId, cancellationToken);
        return Nothing.Value;
    }
}

/// <summary>What has ended needs no pause.</summary>
public sealed class ProcessHasEnded() : BrokenRule("Det är redan klart och kan inte pausas. Läs in sidan igen.");

/// <summary>There is no such process in the place.</summary>
public sealed class ProcessIsUnknown() : BrokenRule("Processen finns inte här. Gå tillbaka och välj den i listan.");
