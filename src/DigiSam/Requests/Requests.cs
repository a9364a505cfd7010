using System.Text.Json.Serialization;
using MediatR;

namespace DigiSam.Requests;

/// <summary>What every request tells the pipeline besides its permission: the place in the organisation it acts on.</summary>
public interface IActsOn
{
    ActsOn Place { get; }
}

/// <summary>A request that changes something. It runs in one transaction together with its audit entry.</summary>
public interface ICommand<out TResult> : IRequest<TResult>, IActsOn, ICommand;

/// <summary>Marks commands for the pipeline, whatever they answer.</summary>
public interface ICommand;

/// <summary>
/// A command that holds what its decision stands on before reading it, and that nobody else's decision stands on what it reads besides: on a
/// server it need not run as if it were alone, and is not run again for neighbours in the same index (ADR 0029).
/// </summary>
public interface IHoldsWhatItDecidesOn : ICommand;

/// <summary>A request that reads. It opens no transaction and tracks nothing.</summary>
public interface IQuery<out TResult> : IRequest<TResult>, IActsOn;

/// <summary>A command that can be tried: the same code runs, and everything it did is rolled back.</summary>
public interface ICanBeTried
{
    bool DryRun { get; }
}

/// <summary>
/// A command that its sender may choose to send without being known. Then the audit log holds that it was done, where and on
/// which day, and nothing about who, as what, at what hour or with which values.
/// </summary>
public interface IMayBeAnonymous
{
    bool Anonymous { get; }
}

/// <summary>The place a request acts on. The default is the whole municipality, which asks most of the actor.</summary>
public readonly record struct ActsOn(Guid? PlaceId)
{
    /// <summary>
    /// The request concerns only the one who sends it, wherever they hold a role; someone without any is still denied.
    /// For requests that carry no values: what they answer may depend on nothing but the actor. One that does carries
    /// <see cref="Access.ChecksPlaceAttribute"/>.
    /// </summary>
    public static ActsOn OnlyActor => new() { ConcernsOnlyActor = true };

    /// <summary>See <see cref="OnlyActor"/>.</summary>
    [JsonIgnore]
    public bool ConcernsOnlyActor { get; private init; }

    /// <summary>The request concerns the municipality as a whole.</summary>
    public static ActsOn Municipality => default;
}

/// <summary>The result of a command that has nothing to tell but that it was done. (MediatR's own is called Unit, as units are.)</summary>
public sealed record Nothing
{
    private Nothing()
    {
    }

    public static Nothing Value { get; } = new();
}
