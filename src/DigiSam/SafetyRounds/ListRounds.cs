using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SafetyRounds;

/// <summary>A round as a list shows it.</summary>
public sealed record RoundSummary(
    Guid Id, Guid UnitId, string Unit, string Checklist, DateOnly PlannedFor, RoundStatus Status, DateOnly? HeldOn, bool? SafetyRepTookPart);

/// <summary>The rounds of a year in a place and everything below it, by day.</summary>
[Needs(Permission.ReadRounds)]
public sealed record ListRounds(Guid PlaceId, int Year) : IQuery<IReadOnlyList<RoundSummary>>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListRoundsValidator : AbstractValidator<ListRounds>
{
    public ListRoundsValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Year).ReportYear();
    }
}

internal sealed class ListRoundsHandler(DigiSamContext database) : IRequestHandler<ListRounds, IReadOnlyList<RoundSummary>>
{
    public async Task<IReadOnlyList<RoundSummary>> Handle(ListRounds request, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        return await (
            from round in database.SafetyRounds
            join unit in database.Units on round.UnitId equals unit.Id
            join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
            where round.PlannedFor >= first && round.PlannedFor <= last
                && database.PlaceScopes.Any(scope => scope.AncestorId == request.PlaceId && scope.DescendantId == round.UnitId
                    && scope.ValidFrom <= round.PlannedFor && round.PlannedFor <= scope.ValidTo)
            orderby round.PlannedFor, unit.SortKey, round.Id
            select new RoundSummary(
                round.Id, unit.Id, unit.Name, version.Title, round.PlannedFor, round.Status, round.HeldOn,
                round.Participants.Where(participant => participant.TookPart != null).Select(participant => participant.TookPart).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }
}
