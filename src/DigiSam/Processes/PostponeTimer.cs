using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>Notes that acting on a timer failed: it is tried again, after a while that doubles each time, at most an hour, and given up in the end.</summary>
[Needs(Permission.ActOnTimers)]
public sealed record PostponeTimer(Guid TimerId, string Reason) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class PostponeTimerValidator : AbstractValidator<PostponeTimer>
{
    public PostponeTimerValidator()
    {
        RuleFor(command => command.TimerId).NotEmpty().WithName("Tidpunkten");
        RuleFor(command => command.Reason).NotEmpty().WithName("Orsaken");
    }
}

internal sealed class PostponeTimerHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<PostponeTimer, Nothing>
{
    public async Task<Nothing> Handle(PostponeTimer request, CancellationToken cancellationToken)
    {
        if (await database.ProcessTimers.SingleOrDefaultAsync(timer => timer.Id == request.TimerId, cancellationToken) is { } timer)
            timer.Fail(request.Reason, clock.GetUtcNow());
        return Nothing.Value;
    }
}
