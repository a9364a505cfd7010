using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>Takes a dismissal back: the deficiency waits again. Where nothing is dismissed nothing happens.</summary>
[Needs(Permission.WriteRisks)]
public sealed record UndoDismissal(Guid UnitId, Guid RoundId, string QuestionKey) : ICommand<Nothing>, IDeficiencyRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class UndoDismissalValidator : AbstractValidator<UndoDismissal>
{
    public UndoDismissalValidator() => this.HasDeficiency();
}

internal sealed class UndoDismissalHandler(RiskRegister register) : IRequestHandler<UndoDismissal, Nothing>
{
    public async Task<Nothing> Handle(UndoDismissal request, CancellationToken cancellationToken)
    {
        await Deficiencies.Find(register.Database, request, cancellationToken);
        var made = await register.Database.DeficiencyDismissals
            .SingleOrDefaultAsync(dismissal => dismissal.RoundId == request.RoundId && dismissal.QuestionKey == request.QuestionKey, cancellationToken);
        if (made is null)
            return Nothing.Value;
        register.Database.DeficiencyDismissals.Remove(made);
        await Deficiencies.Wait(register.Database, request.RoundId, 1, cancellationToken);
        return Nothing.Value;
    }
}
