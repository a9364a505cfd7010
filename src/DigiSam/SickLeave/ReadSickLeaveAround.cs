using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SickLeave;

/// <summary>
/// What a place's twelve months are seen against: all who work in the places above it. Whoever may read a place may read that of
/// what it is part of, and no more of it.
/// </summary>
/// <param name="End">The first day of the last month.</param>
[Needs(Permission.ReadReport)]
public sealed record ReadSickLeaveAbove(Guid PlaceId, DateOnly End) : IQuery<IReadOnlyList<SickLeaveAbove>>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>All who work in a place above.</summary>
public sealed record SickLeaveAbove(Guid PlaceId, string Name, PlaceKind Kind, SickLeaveGroup All);

/// <summary>A place's sick leave over twelve months, once for each month that such a year ended with.</summary>
[Needs(Permission.ReadReport)]
public sealed record ReadSickLeaveSeries(Guid PlaceId) : IQuery<IReadOnlyList<SickLeavePoint>>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>All who work in the place, twelve months up to and with a month; not rounded.</summary>
/// <param name="Shares">Null when the group is too small to be shown, or when a month of it is missing.</param>
public sealed record SickLeavePoint(DateOnly End, AbsenceTable Table, SickLeaveShares? Shares);

internal sealed class ReadSickLeaveAboveValidator : AbstractValidator<ReadSickLeaveAbove>
{
    public ReadSickLeaveAboveValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.End).Must(RollingYear.CanEnd).WithMessage("Månaden finns inte.");
    }
}

internal sealed class ReadSickLeaveSeriesValidator : AbstractValidator<ReadSickLeaveSeries>
{
    public ReadSickLeaveSeriesValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ReadSickLeaveAboveHandler(SickLeaveReader reader) : IRequestHandler<ReadSickLeaveAbove, IReadOnlyList<SickLeaveAbove>>
{
    public Task<IReadOnlyList<SickLeaveAbove>> Handle(ReadSickLeaveAbove request, CancellationToken cancellationToken) => reader.Above(request.PlaceId, request.End, cancellationToken);
}

internal sealed class ReadSickLeaveSeriesHandler(SickLeaveReader reader) : IRequestHandler<ReadSickLeaveSeries, IReadOnlyList<SickLeavePoint>>
{
    public Task<IReadOnlyList<SickLeavePoint>> Handle(ReadSickLeaveSeries request, CancellationToken cancellationToken) => reader.Series(request.PlaceId, cancellationToken);
}
