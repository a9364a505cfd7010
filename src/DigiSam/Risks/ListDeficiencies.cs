using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>A deficiency in the words of its checklist. <paramref name="Dismissed"/> is the reason when it was judged to be no risk.</summary>
public sealed record Deficiency(
    Guid UnitId, string Unit, Guid RoundId, string Checklist, DateOnly HeldOn, string QuestionKey, string Question, RiskCategory Category,
    RoundAnswerValue Answer, string Note, string? Dismissed);

/// <summary>What the year's completed rounds found: what waits to be judged and what was dismissed, and how many became risks.</summary>
/// <param name="Waiting">At most 200, oldest round first; <paramref name="WaitingCount"/> counts them all.</param>
public sealed record DeficiencyList(IReadOnlyList<Deficiency> Waiting, int WaitingCount, IReadOnlyList<Deficiency> Dismissed, int Found, int BecameRisks);

/// <summary>The deficiencies of the rounds planned for a year, in a place and everything below it.</summary>
[Needs(Permission.ReadRisks)]
public sealed record ListDeficiencies(Guid PlaceId, int Year) : IQuery<DeficiencyList>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListDeficienciesValidator : AbstractValidator<ListDeficiencies>
{
    public ListDeficienciesValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Year).InclusiveBetween(2000, 2100).WithName("Året");
    }
}

internal sealed class ListDeficienciesHandler(RiskRegister register) : IRequestHandler<ListDeficiencies, DeficiencyList>
{
    public async Task<DeficiencyList> Handle(ListDeficiencies request, CancellationToken cancellationToken)
    {
        var database = register.Database;
        var units = await database.UnitsIn(request.PlaceId, register.Today, cancellationToken);
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var rounds = database.SafetyRounds.Where(round => units.Contains(round.UnitId) && round.PlannedFor >= first && round.PlannedFor <= last);
        var found = Deficiencies.Found(database).Where(answer => rounds.Any(round => round.Id == answer.RoundId));
        var waiting = Deficiencies.Waiting(database).Where(answer => rounds.Any(round => round.Id == answer.RoundId));
        var dismissed = found.Where(answer => database.DeficiencyDismissals.Any(made => made.RoundId == answer.RoundId && made.QuestionKey == answer.QuestionKey));
        var risks = await found.CountAsync(answer => database.Risks.Any(risk => risk.RoundId == answer.RoundId && risk.QuestionKey == answer.QuestionKey), cancellationToken);
        return new DeficiencyList(
            await Deficiencies.InWords(database, waiting, cancellationToken), await waiting.CountAsync(cancellationToken), await Deficiencies.InWords(database, dismissed, cancellationToken),
            await found.CountAsync(cancellationToken), risks);
    }
}
