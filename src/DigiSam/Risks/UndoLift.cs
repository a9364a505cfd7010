using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Risks;

/// <summary>Takes a risk back from the board's report.</summary>
[Needs(Permission.WriteRisks)]
public sealed record UndoLift(Guid UnitId, Guid RiskId) : ICommand<Nothing>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class UndoLiftValidator : AbstractValidator<UndoLift>
{
    public UndoLiftValidator() => this.HasRisk();
}

internal sealed class UndoLiftHandler(RiskRegister register) : IRequestHandler<UndoLift, Nothing>
{
    public async Task<Nothing> Handle(UndoLift request, CancellationToken cancellationToken)
    {
        (await register.Find(request, cancellationToken)).UndoLift(register.Actor, register.Now);
        return Nothing.Value;
    }
}
