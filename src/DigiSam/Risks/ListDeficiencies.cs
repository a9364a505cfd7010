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

/// <summary>What the year's completed rounds found and nobody has judged, and what was dismissed.</summary>
/// <param name="Waiting">At most 12, oldest round first; <paramref name="WaitingCount"/> counts them all.</param>
/// <param name="Dismissed">Of a unit, at most 200: whoever looks at many units chooses one to see what was dismissed there.</param>
public sealed record DeficiencyList(IReadOnlyList<Deficiency> Waiting, int WaitingCount, IReadOnlyList<Deficiency> Dismissed);

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
    private const int Shown = 12;

    public async Task<DeficiencyList> Handle(ListDeficiencies request, CancellationToken cancellationToken)
    {
        var database = register.Database;
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var rounds = (await database.SafetyRounds.InPlace(database, request.PlaceId, register.Today, round => round.UnitId, cancellationToken))
            .Where(round => round.Status == RoundStatus.Completed && round.PlannedFor >= first && round.PlannedFor <= last);
        var unjudged = rounds.Where(round => round.Unjudged > 0);

        // Each of these rounds has at least one that waits, so that no others need be looked into for the first ones.
        var oldest = unjudged
            .OrderBy(round => round.HeldOn).ThenBy(round => database.Units.First(unit => unit.Id == round.UnitId).SortKey).ThenBy(round => round.Id).Take(Shown);
        var waiting = Deficiencies.Waiting(database, Deficiencies.Answered(database, oldest));
        var isUnit = await database.Units.AnyAsync(unit => unit.Id == request.PlaceId, cancellationToken);
        return new DeficiencyList(
            await Deficiencies.InWords(database, waiting, Shown, cancellationToken),
            await unjudged.SumAsync(round => round.Unjudged, cancellationToken),
            isUnit ? await Deficiencies.InWords(database, Deficiencies.Dismissed(database, Deficiencies.Answered(database, rounds)), Deficiencies.Longest, cancellationToken) : []);
    }
}
