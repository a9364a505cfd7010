using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SafetyRounds;

/// <summary>
/// The unit of a round that lies somewhere in a place, for addresses that name the round alone. Fails with
/// <see cref="RoundIsUnknown"/> when the round lies elsewhere or does not exist.
/// </summary>
[Needs(Permission.ReadRounds)]
public sealed record FindRound(Guid PlaceId, Guid RoundId) : IQuery<Guid>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class FindRoundValidator : AbstractValidator<FindRound>
{
    public FindRoundValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.RoundId).NotEmpty().WithName("Ronden");
    }
}

internal sealed class FindRoundHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<FindRound, Guid>
{
    public async Task<Guid> Handle(FindRound request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var unit = await database.SafetyRounds
            .Where(round => round.Id == request.RoundId
                && database.PlaceScopes.Any(scope => scope.AncestorId == request.PlaceId && scope.DescendantId == round.UnitId
                    && scope.ValidFrom <= today && today <= scope.ValidTo))
            .Select(round => (Guid?)round.UnitId)
            .SingleOrDefaultAsync(cancellationToken);
        return unit ?? throw new RoundIsUnknown();
    }
}
