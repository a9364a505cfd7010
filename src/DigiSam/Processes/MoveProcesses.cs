using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>
/// Moves running processes from one version of their definition to another, by the map that lies beside the versions. Those with a
/// step that has no image stay where they are. At most <see cref="Most"/> are moved at a time;
/// the next ones after the last of them.
/// </summary>
[Needs(Permission.StartSamYear)]
public sealed record MoveProcesses(string Definition, int From, int To, bool DryRun, Guid? After = null) : ICommand<ProcessesMoved>, ICanBeTried
{
    public const int Most = 500;

    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>What has been moved, or would be.</summary>
/// <param name="Left">How many come after these.</param>
public sealed record ProcessesMoved(IReadOnlyList<ProcessMoved> Processes, int Left);

/// <summary>What the move makes of one process.</summary>
/// <param name="Before">The steps that were open.</param>
/// <param name="After">The steps that are open after the move.</param>
/// <param name="Homeless">The steps that have no image, by title; the process was not moved when there is one.</param>
public sealed record ProcessMoved(Guid ProcessId, Guid PlaceId, string PlaceName, int Year, IReadOnlyList<OpenStep> Before, IReadOnlyList<OpenStep> After, IReadOnlyList<string> Homeless);

/// <summary>A step that is open, by title, and its last day; null when it has none.</summary>
public sealed record OpenStep(string Title, DateOnly? DueOn);

internal sealed class MoveProcessesValidator : AbstractValidator<MoveProcesses>
{
    public MoveProcessesValidator()
    {
        RuleFor(command => command.Definition).NotEmpty().MaximumLength(100).WithName("Processen");
        RuleFor(command => command.To).NotEqual(command => command.From).WithMessage("Välj en annan version att flytta till.");
    }
}

internal sealed class MoveProcessesHandler(DigiSamContext database, IProcesses processes, InstalledProcesses installed) : IRequestHandler<MoveProcesses, ProcessesMoved>
{
    public async Task<ProcessesMoved> Handle(MoveProcesses request, CancellationToken cancellationToken)
    {
        var map = installed.MapsFrom(request.Definition, request.From).FirstOrDefault(map => map.To == request.To)
            ?? throw new NoWayBetweenVersions(request.Definition, request.From, request.To);
        var (from, to) = (installed.Of(request.Definition, request.From), installed.Of(request.Definition, request.To));
        var running = database.Processes.AsNoTracking().Where(process => process.DefinitionKey == from.Key && process.DefinitionVersion == from.Version
            && (process.Status == ProcessStatus.Running || process.Status == ProcessStatus.Suspended)
            && (request.After == null || process.Id > request.After));
        var count = await running.CountAsync(cancellationToken);
        var places = await (
            from process in running
            join place in database.Places on process.PlaceId equals place.Id
            orderby process.Id
            select new { process.Id, process.PlaceId, place.Name, process.Year }).Take(MoveProcesses.Most).ToListAsync(cancellationToken);

        var moved = new List<ProcessMoved>();
        foreach (var process in places)
        {
            var before = await processes.Query(process.Id, cancellationToken);
            var move = await processes.Move(process.Id, to, map.Steps, request.DryRun, cancellationToken);
            var opened = move.Decisions.OfType<ProcessDecision.StepOpened>().Select(step => Open(to, step.Step, step.DueOn));
            moved.Add(new ProcessMoved(
                process.Id, process.PlaceId, process.Name, process.Year,
                [.. before.Open.Select(step => Open(from, step.Key, step.DueOn))],
                [.. move.Steps.Where(step => step.Step.State == StepState.Open).Select(step => Open(to, step.Step.Key, step.Step.DueOn)), .. opened],
                [.. move.Homeless.Select(step => from[step].Title)]));
        }

        return new ProcessesMoved(moved, count - places.Count);
    }

    private static OpenStep Open(ProcessDefinition definition, string step, DateOnly dueOn) =>
        new(definition[step].Title, dueOn == DateOnly.MaxValue ? null : dueOn);
}

/// <summary>Processes move only where someone has said what each step becomes.</summary>
public sealed class NoWayBetweenVersions(string definition, int from, int to)
    : BrokenRule($"Det finns ingen karta från version {from} till {to}. Lägg till workflows/{definition}/{from}-{to}.json och starta om.");
