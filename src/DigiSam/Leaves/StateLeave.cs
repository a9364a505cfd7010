using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Leaves;

/// <summary>
/// States that a person is away and who stands in, if anyone; one's own leave or, with <see cref="Permission.ManageLeaves"/>, another's.
/// Sent twice with the same id it is stated once.
/// </summary>
[Needs(Permission.StateLeave)]
[ChecksPlace("another's leave asks for the permission to manage leaves")]
public sealed record StateLeave(Guid LeaveId, Guid PersonId, DateOnly From, DateOnly To, Guid? StandInId) : ICommand<Nothing>, ILeaveDays
{
    public ActsOn Place => ActsOn.OnlyActor;
}

/// <summary>Gives a leave other days or another stand-in. Who has seen an older revision than there is changes nothing.</summary>
[Needs(Permission.StateLeave)]
[ChecksPlace("another's leave asks for the permission to manage leaves")]
public sealed record ChangeLeave(Guid LeaveId, int Rev, DateOnly From, DateOnly To, Guid? StandInId) : ICommand<Nothing>, ILeaveDays
{
    public ActsOn Place => ActsOn.OnlyActor;
}

/// <summary>
/// The person is back today: the last day of the leave was yesterday. One that begins today or later is taken away. Who has seen an older revision than there is
/// changes nothing.
/// </summary>
[Needs(Permission.StateLeave)]
[ChecksPlace("another's leave asks for the permission to manage leaves")]
public sealed record EndLeave(Guid LeaveId, int Rev) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

/// <summary>The days of a leave and who stands in.</summary>
public interface ILeaveDays
{
    Guid LeaveId { get; }

    DateOnly From { get; }

    DateOnly To { get; }
}

internal sealed class StateLeaveValidator : AbstractValidator<StateLeave>
{
    public StateLeaveValidator()
    {
        this.HasDays();
        RuleFor(command => command.PersonId).NotEmpty().WithName("Personen");
    }
}

internal sealed class ChangeLeaveValidator : AbstractValidator<ChangeLeave>
{
    public ChangeLeaveValidator() => this.HasDays();
}

internal sealed class EndLeaveValidator : AbstractValidator<EndLeave>
{
    public EndLeaveValidator() => RuleFor(command => command.LeaveId).NotEmpty().WithName("Ledigheten");
}

internal static class LeaveRules
{
    public static void HasDays<T>(this AbstractValidator<T> validator)
        where T : ILeaveDays
    {
        validator.RuleFor(command => command.LeaveId).NotEmpty().WithName("Ledigheten");
        validator.RuleFor(command => command.From).Must(day => day.Year is >= 2000 and <= 2100).WithMessage("Ange vilken dag ledigheten börjar.");
        validator.RuleFor(command => command.To).Must(day => day.Year is >= 2000 and <= 2100).WithMessage("Ange vilken dag ledigheten slutar.");
    }
}

internal sealed class StateLeaveHandler(LeaveDesk desk) : IRequestHandler<StateLeave, Nothing>
{
    public async Task<Nothing> Handle(StateLeave request, CancellationToken cancellationToken)
    {
        await desk.MaySee(request.PersonId, cancellationToken);
        if (await desk.Find(request.LeaveId, cancellationToken) is { } known)
            return known.PersonId == request.PersonId ? Nothing.Value : throw new LeaveIsUnknown();
        await desk.Demand(request, request.PersonId, request.StandInId, cancellationToken);
        desk.Database.Leaves.Add(new Leave(request.LeaveId, request.PersonId, request.From, request.To, request.StandInId, desk.Today));
        return Nothing.Value;
    }
}

internal sealed class ChangeLeaveHandler(LeaveDesk desk) : IRequestHandler<ChangeLeave, Nothing>
{
    public async Task<Nothing> Handle(ChangeLeave request, CancellationToken cancellationToken)
    {
        var leave = await desk.Theirs(request.LeaveId, cancellationToken);
        desk.Seen(leave, request.Rev);
        await desk.Demand(request, leave.PersonId, request.StandInId, cancellationToken, present: leave.StandInId);
        leave.Change(request.From, request.To, request.StandInId, desk.Today);
        await desk.Recall(leave.PersonId, cancellationToken);
        return Nothing.Value;
    }
}

internal sealed class EndLeaveHandler(LeaveDesk desk) : IRequestHandler<EndLeave, Nothing>
{
    public async Task<Nothing> Handle(EndLeave request, CancellationToken cancellationToken)
    {
        var leave = await desk.Theirs(request.LeaveId, cancellationToken);
        desk.Seen(leave, request.Rev);
        if (leave.From < desk.Today)
            leave.End(desk.Today);
        else
            desk.Database.Leaves.Remove(leave);
        await desk.Recall(leave.PersonId, cancellationToken);
        return Nothing.Value;
    }
}
