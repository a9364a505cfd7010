using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>
/// One deficiency, for an address that holds its round and question alone. To someone who may not read risks in the round's
/// unit it is as unknown as one that does not exist.
/// </summary>
[Needs(Permission.ReadRisks)]
[ChecksPlace("the permission is asked for in the round's unit")]
public sealed record ReadDeficiency(Guid RoundId, string QuestionKey) : IQuery<DeficiencyRead>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

/// <summary>A deficiency and what became of it, if anything did.</summary>
public sealed record DeficiencyRead(Deficiency Deficiency, string SuggestedTitle, Guid? RiskId);

internal sealed class ReadDeficiencyValidator : AbstractValidator<ReadDeficiency>
{
    public ReadDeficiencyValidator()
    {
        RuleFor(query => query.RoundId).NotEmpty().WithName("Ronden");
        RuleFor(query => query.QuestionKey).NotEmpty().WithName("Frågan");
    }
}

internal sealed class ReadDeficiencyHandler(RiskRegister register, AccessCheck access) : IRequestHandler<ReadDeficiency, DeficiencyRead>
{
    public async Task<DeficiencyRead> Handle(ReadDeficiency request, CancellationToken cancellationToken)
    {
        var database = register.Database;
        var unit = await database.SafetyRounds.Where(round => round.Id == request.RoundId).Select(round => (Guid?)round.UnitId).SingleOrDefaultAsync(cancellationToken);
        if (unit is not { } id || !await access.Reaches(Permission.ReadRisks, id, cancellationToken))
            throw new DeficiencyIsUnknown();
        var found = Deficiencies.Found(database).Where(answer => answer.RoundId == request.RoundId && answer.QuestionKey == request.QuestionKey);
        var deficiency = (await Deficiencies.InWords(database, found, most: 1, cancellationToken)).SingleOrDefault() ?? throw new DeficiencyIsUnknown();
        var risk = await database.Risks.Where(risk => risk.RoundId == request.RoundId && risk.QuestionKey == request.QuestionKey)
            .Select(risk => (Guid?)risk.Id).SingleOrDefaultAsync(cancellationToken);
        return new DeficiencyRead(deficiency, AddRiskFromDeficiencyHandler.FirstSentence(deficiency.Note), risk);
    }
}
