using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Leaves;

/// <summary>The actor's own leaves that are not over.</summary>
[Needs(Permission.StateLeave)]
public sealed record MyLeaves : IQuery<LeavesOfPerson>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

/// <summary>Another person's leaves that are not over.</summary>
[Needs(Permission.ManageLeaves)]
public sealed record ReadLeaves(Guid PersonId) : IQuery<LeavesOfPerson>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>Everyone's leaves that are not over, those that end first first, and people by name to state one for.</summary>
/// <param name="Search">A part of a name; people are found only with one.</param>
[Needs(Permission.ManageLeaves)]
public sealed record ListLeaves(string? Search) : IQuery<LeavesOfAll>
{
    public const int Most = 200;

    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>A person's leaves, and whom they may choose to stand in: those with a role in the same administration or board, or for the whole municipality.</summary>
public sealed record LeavesOfPerson(PersonName Person, IReadOnlyList<LeaveView> Leaves, IReadOnlyList<PersonName> StandIns);

/// <summary>Leaves of everyone, those that end first first.</summary>
/// <param name="Total">How many leaves there are; <see cref="ListLeaves.Most"/> are shown.</param>
public sealed record LeavesOfAll(IReadOnlyList<LeaveView> Leaves, int Total, IReadOnlyList<PersonName> Found);

public sealed record PersonName(Guid Id, string Name);

public sealed record LeaveView(Guid Id, int Rev, Guid PersonId, string Person, DateOnly From, DateOnly To, Guid? StandInId, string? StandIn);

internal sealed class MyLeavesHandler(LeaveList list) : IRequestHandler<MyLeaves, LeavesOfPerson>
{
    public Task<LeavesOfPerson> Handle(MyLeaves request, CancellationToken cancellationToken) => list.Of(list.Actor, cancellationToken);
}

internal sealed class ReadLeavesValidator : AbstractValidator<ReadLeaves>
{
    public ReadLeavesValidator() => RuleFor(query => query.PersonId).NotEmpty().WithName("Personen");
}

internal sealed class ReadLeavesHandler(LeaveList list) : IRequestHandler<ReadLeaves, LeavesOfPerson>
{
    public Task<LeavesOfPerson> Handle(ReadLeaves request, CancellationToken cancellationToken) => list.Of(request.PersonId, cancellationToken);
}

internal sealed class ListLeavesValidator : AbstractValidator<ListLeaves>
{
    public ListLeavesValidator() => RuleFor(query => query.Search).MaximumLength(100).WithName("Sökningen");
}

internal sealed class ListLeavesHandler(LeaveList list) : IRequestHandler<ListLeaves, LeavesOfAll>
{
    public async Task<LeavesOfAll> Handle(ListLeaves request, CancellationToken cancellationToken)
    {
        var (leaves, total) = await list.Current(ListLeaves.Most, cancellationToken);
        return new LeavesOfAll(leaves, total, string.IsNullOrWhiteSpace(request.Search) ? [] : await list.Named(request.Search.Trim(), cancellationToken));
    }
}
