using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;

namespace DigiSam.Processes;

/// <summary>
/// Acts on a timer that has fallen due. Sent a second time, or for a revision that no longer counts, it does nothing and says
/// false.
/// </summary>
[Needs(Permission.ActOnTimers)]
public sealed record ActOnTimer(Guid TimerId, int Revision) : ICommand<bool>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ActOnTimerValidator : AbstractValidator<ActOnTimer>
{
    public ActOnTimerValidator() => RuleFor(command => command.TimerId).NotEmpty().WithName("Tidpunkten");
}

internal sealed class ActOnTimerHandler(IProcesses processes) : IRequestHandler<ActOnTimer, bool>
{
    public Task<bool> Handle(ActOnTimer request, CancellationToken cancellationToken) =>
        processes.ActOn(request.TimerId, request.Revision, cancellationToken);
}
