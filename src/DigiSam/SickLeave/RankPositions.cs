using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SickLeave;

/// <summary>The position groups of the municipality with the most sick leave in twelve months. They are counted in the municipality alone, whatever place asks.</summary>
/// <param name="End">The first day of the last month.</param>
[Needs(Permission.ReadReport)]
public sealed record RankPositions(Guid PlaceId, DateOnly End) : IQuery<PositionRanking>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>The groups from the highest.</summary>
/// <param name="Whole">How many groups have rows for all twelve months.</param>
/// <param name="Incomplete">How many lack a month, and cannot be ranked.</param>
/// <param name="IsShortened">Some are left out, since a small group could be worked out with them.</param>
public sealed record PositionRanking(IReadOnlyList<RankedPosition> Highest, int Whole, int Incomplete, bool IsShortened);

/// <summary>A position group over the twelve months; not rounded.</summary>
/// <param name="Headcount">The mean of the months, rounded.</param>
/// <param name="WomenPercent">Null when one sex alone is counted: the other is ten people or fewer, or none.</param>
/// <param name="Only">The sex that is counted where the other is too small for a row; else all.</param>
public sealed record RankedPosition(string Name, int Headcount, decimal? WomenPercent, AbsenceSex Only, SickLeaveShares Shares);

internal sealed class RankPositionsValidator : AbstractValidator<RankPositions>
{
    public RankPositionsValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.End).Must(RollingYear.CanEnd).WithMessage("Månaden finns inte.");
    }
}

internal sealed class RankPositionsHandler(PositionReader reader) : IRequestHandler<RankPositions, PositionRanking>
{
    public async Task<PositionRanking> Handle(RankPositions request, CancellationToken cancellationToken) =>
        await reader.Rank(new RollingYear(request.End), cancellationToken) ?? new PositionRanking([], 0, 0, IsShortened: false);
}
