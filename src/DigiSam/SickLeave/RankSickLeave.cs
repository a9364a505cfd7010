using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

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
public sealed record RankedUnit(Guid UnitId, string Name, SickLeaveShares Shares);

internal sealed class RankSickLeaveValidator : AbstractValidator<RankSickLeave>
{
    public RankSickLeaveValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.End).Must(day => day is { Day: 1, Year: >= 2000 and <= 2100 }).WithMessage("Månaden finns inte.");
    }
}

internal sealed class RankSickLeaveHandler(DigiSamContext database, AbsenceRows absence, AbsenceBeside beside) : IRequestHandler<RankSickLeave, SickLeaveRanking>
{
    public async Task<SickLeaveRanking> Handle(RankSickLeave request, CancellationToken cancellationToken)
    {
        var place = await database.Places.AsNoTracking().SingleAsync(place => place.Id == request.PlaceId, cancellationToken);
        var period = new RollingYear(request.End);
        if ((await beside.Of(period, cancellationToken)).Computed is not null)
            return new SickLeaveRanking([], [], [], 0, 0);
        var sums = await absence.Of(place, AbsenceTable.Unit)
            .Where(row => period.Start <= row.Month && row.Month <= period.End)
            .GroupBy(row => row.PlaceId)
            .Select(same => new
            {
                same.Key,
                Months = same.Count(),
                Hours = new AbsenceHours(same.Sum(row => row.Scheduled), same.Sum(row => row.Short), same.Sum(row => row.Long), same.Sum(row => row.FromDay60)),
            })
            .ToListAsync(cancellationToken);
        var ids = sums.ConvertAll(sum => sum.Key);
        var names = await database.Units.Where(unit => ids.Contains(unit.Id)).Select(unit => new { unit.Id, unit.Name, unit.SortKey }).ToDictionaryAsync(unit => unit.Id, cancellationToken);
        var units = sums.FindAll(sum => names.ContainsKey(sum.Key));
        var ranked = units.FindAll(sum => sum.Months == RollingYear.Months)
            .ConvertAll(sum => (names[sum.Key].SortKey, Unit: new RankedUnit(sum.Key, names[sum.Key].Name, sum.Hours.Shares!.Value)));
        return new SickLeaveRanking(
            First(shares => -shares.Total), First(shares => -shares.Short), First(shares => shares.Total), ranked.Count, units.Count - ranked.Count);

        IReadOnlyList<RankedUnit> First(Func<SickLeaveShares, decimal> by) =>
            [.. ranked.OrderBy(row => by(row.Unit.Shares)).ThenBy(row => row.SortKey, StringComparer.Ordinal).Take(RankSickLeave.Most).Select(row => row.Unit)];
    }
}
