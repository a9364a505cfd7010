using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;

namespace DigiSam.Processes;

/// <summary>
/// Acts on the oldest timers that have fallen due, all or none, and says how many they were; 0 when nothing is left or another host is at it. Each is
/// acted on once, also when several hosts send this at the same time.
/// </summary>
[Needs(Permission.ActOnTimers)]
public sealed record ActOnDueTimers(int Most) : ICommand<int>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ActOnDueTimersValidator : AbstractValidator<ActOnDueTimers>
{
    public ActOnDueTimersValidator() => RuleFor(command => command.Most).InclusiveBetween(1, 1000).WithName("Antalet");
}

internal sealed class ActOnDueTimersHandler(IProcesses processes) : IRequestHandler<ActOnDueTimers, int>
{
    public Task<int> Handle(ActOnDueTimers request, CancellationToken cancellationToken) => processes.ActOnDue(request.Most, cancellationToken);
}
