using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SickLeave;

/// <summary>The units below a place with the most and the least sick leave in twelve months; those with a month missing are counted, not ranked.</summary>
/// <param name="End">The first day of the last month.</param>
[Needs(Permission.ReadReport)]
public sealed record RankSickLeave(Guid PlaceId, DateOnly End) : IQuery<SickLeaveRanking>
{
    /// <summary>How many units each list has.</summary>
    public const int Most = 10;

    public ActsOn Place => new(PlaceId);
}

/// <summary>The lists, each from its extreme.</summary>
/// <param name="Ranked">How many units have figures for all twelve months.</param>
/// <param name="Incomplete">How many have some months only.</param>
public sealed record SickLeaveRanking(
    IReadOnlyList<RankedUnit> HighestTotal, IReadOnlyList<RankedUnit> HighestShort, IReadOnlyList<RankedUnit> LowestTotal, int Ranked, int Incomplete);

/// <summary>A unit's shares over the twelve months; not rounded.</summary>
/// <param name="Before">The twelve months that ended a year earlier; null when one of them is missing.</param>
/// <param name="Headcount">The mean of the months, rounded.</param>
public sealed record RankedUnit(Guid UnitId, string Name, SickLeaveShares Shares, SickLeaveShares? Before, int Headcount)
{
    /// <summary>Against the year before, in percentage points; exact, to be rounded once.</summary>
    public SickLeaveShares? Difference => Before is { } before ? Shares - before : null;
}

internal sealed class RankSickLeaveValidator : AbstractValidator<RankSickLeave>
{
    public RankSickLeaveValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.End).Must(RollingYear.CanEnd).WithMessage("Månaden finns inte.");
    }
}

internal sealed class RankSickLeaveHandler(UnitRanking ranking) : IRequestHandler<RankSickLeave, SickLeaveRanking>
{
    public Task<SickLeaveRanking> Handle(RankSickLeave request, CancellationToken cancellationToken) => ranking.Of(request.PlaceId, new RollingYear(request.End), cancellationToken);
}
