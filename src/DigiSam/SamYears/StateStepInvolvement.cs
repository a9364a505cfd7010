using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>
/// The safety representative says "Har medverkat" or "Avstår" of a step, and may add a differing view, which stands word for
/// word (AFS 2023:1 section 6). It approves nothing. The client makes <paramref name="Id"/>: sent twice it counts once.
/// </summary>
[Needs(Permission.StateInvolvement)]
public sealed record StateStepInvolvement(Guid UnitId, int Year, string StepKey, Guid Id, bool TookPart, string? DifferingView)
    : ICommand<Nothing>, IYearStepRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class StateStepInvolvementValidator : AbstractValidator<StateStepInvolvement>
{
    public StateStepInvolvementValidator()
    {
        this.HasStep();
        RuleFor(command => command.Id).NotEmpty().WithName("Svarets nummer");
        RuleFor(command => command.DifferingView).MaximumLength(8000).WithName("Texten under Annan uppfattning");
    }
}

internal sealed class StateStepInvolvementHandler(DigiSamContext database, Years years, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<StateStepInvolvement, Nothing>
{
    public async Task<Nothing> Handle(StateStepInvolvement request, CancellationToken cancellationToken)
    {
        var (year, step, _) = await years.FindOpened(request, cancellationToken);
        if (await database.StepInvolvements.AnyAsync(said => said.Id == request.Id, cancellationToken))
            return Nothing.Value;
        var now = clock.GetUtcNow();
        database.StepInvolvements.Add(new StepInvolvement(request.Id, year.Id, step.Key, actor.PersonId, request.TookPart, request.DifferingView, now));
        var parts = await database.InboxTasks
            .Where(task => task.ProcessId == year.ProcessId && task.StepKey == step.Key && task.Kind == InboxTaskKind.Part && task.DoneAt == null)
            .ToListAsync(cancellationToken);
        parts.ForEach(task => task.Finish(now));
        return Nothing.Value;
    }
}
