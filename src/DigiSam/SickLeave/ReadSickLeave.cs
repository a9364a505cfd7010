using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SickLeave;

/// <summary>
/// Sick leave of a place over twelve months beside the twelve that ended a year before, computed from hours. Boards and the
/// municipality are computed from the table per board where there is one, with sexes and ages; everything else from the units.
/// </summary>
/// <param name="End">Any day of the last month; the latest month there is when null.</param>
[Needs(Permission.ReadReport)]
public sealed record ReadSickLeave(Guid PlaceId, DateOnly? End = null) : IQuery<SickLeaveView>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>The figures of a place.</summary>
/// <param name="Period">Null while there are no months at all.</param>
/// <param name="Groups">All first, then the sexes, then the ages; empty when nothing can be shown.</param>
/// <param name="Months">The months that there are figures for, the latest first.</param>
/// <param name="BoardsAreHidden">There is a table per board that must not be shown beside the units' (see <see cref="AbsenceExposure"/>).</param>
/// <param name="Imports">Where the figures come from.</param>
/// <param name="Hold">Why the year is not shown at all, anywhere.</param>
public sealed record SickLeaveView(
    RollingYear? Period, AbsenceTable Table, IReadOnlyList<SickLeaveGroup> Groups, IReadOnlyList<DateOnly> Months, bool BoardsAreHidden, IReadOnlyList<SickLeaveSource> Imports, AbsenceHold? Hold = null);

/// <summary>A group's sick leave.</summary>
/// <param name="Now">Null when a month is missing or the group must not be shown.</param>
/// <param name="Headcount">The mean of the months, rounded; null with <paramref name="Now"/>.</param>
/// <param name="MissingMonths">How many of the twelve months the group has no row for.</param>
public sealed record SickLeaveGroup(AbsenceSex Sex, AgeGroup Age, SickLeaveShares? Now, SickLeaveShares? Before, int? Headcount, int MissingMonths)
{
    /// <summary>Against the year before, in percentage points; exact, to be rounded once.</summary>
    public SickLeaveShares? Difference => Now is { } now && Before is { } before ? now - before : null;
}

/// <summary>An import that figures came with.</summary>
public sealed record SickLeaveSource(string FileName, DateTimeOffset ImportedAt, int Rows);

internal sealed class ReadSickLeaveValidator : AbstractValidator<ReadSickLeave>
{
    public ReadSickLeaveValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.End!.Value.Year).InclusiveBetween(2000, 2100).When(query => query.End is not null).WithMessage("Månaden finns inte.");
    }
}

internal sealed class ReadSickLeaveHandler(SickLeaveReader reader) : IRequestHandler<ReadSickLeave, SickLeaveView>
{
    public Task<SickLeaveView> Handle(ReadSickLeave request, CancellationToken cancellationToken) => reader.Read(request.PlaceId, request.End, cancellationToken);
}
