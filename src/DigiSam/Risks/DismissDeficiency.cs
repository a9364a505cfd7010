using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>Judges that a deficiency is no risk, with the reason.</summary>
[Needs(Permission.WriteRisks)]
public sealed record DismissDeficiency(Guid UnitId, Guid RoundId, string QuestionKey, string Reason) : ICommand<Nothing>, IDeficiencyRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class DismissDeficiencyValidator : AbstractValidator<DismissDeficiency>
{
    public DismissDeficiencyValidator()
    {
        this.HasDeficiency();
        RuleFor(command => command.Reason).RiskReason("Skriv varför bristen inte är en risk.");
    }
}

internal sealed class DismissDeficiencyHandler(RiskRegister register) : IRequestHandler<DismissDeficiency, Nothing>
{
    public async Task<Nothing> Handle(DismissDeficiency request, CancellationToken cancellationToken)
    {
        var database = register.Database;
        await Deficiencies.Find(database, request, cancellationToken);
        if (await database.Risks.AnyAsync(risk => risk.RoundId == request.RoundId && risk.QuestionKey == request.QuestionKey, cancellationToken))
            throw new DeficiencyIsARisk();
        var made = await database.DeficiencyDismissals
            .SingleOrDefaultAsync(dismissal => dismissal.RoundId == request.RoundId && dismissal.QuestionKey == request.QuestionKey, cancellationToken);
        if (made is not null && made.Reason != request.Reason.Trim())
            throw new DeficiencyIsDismissed();
        if (made is not null)
            return Nothing.Value;
        database.DeficiencyDismissals.Add(new DeficiencyDismissal(Guid.CreateVersion7(), request.RoundId, request.QuestionKey, request.Reason, register.Actor, register.Now));
        await Deficiencies.Wait(database, request.RoundId, -1, cancellationToken);
        return Nothing.Value;
    }
}
