using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Processes;

/// <summary>Something that a process wants from people, before it has been put into words.</summary>
/// <param name="DueOn">The last day; <see cref="DateOnly.MaxValue"/> when there is none.</param>
/// <param name="SubjectId">What the process runs for besides place and year.</param>
/// <param name="Thing">The same by name, for kinds that have names (<see cref="INamesThings"/>).</param>
/// <param name="On">The day on which it is wanted.</param>
public sealed record Occasion(
    TaskOccasion Why, StepDefinition Step, Guid PlaceId, string PlaceName, int Year, DateOnly DueOn, Guid? SubjectId = null, NamedThing? Thing = null, DateOnly On = default);

/// <summary>A thing that a process runs for: what it is called, and the page about it.</summary>
public sealed record NamedThing(string Name, string Link);

/// <summary>Knows the things that processes of a definition run for.</summary>
public interface INamesThings
{
    /// <summary>The key of the definitions whose things it knows.</summary>
    string DefinitionKey { get; }

    /// <summary>The thing by its id; null when there is none.</summary>
    Task<NamedThing?> Name(Guid thing, CancellationToken stop);
}

/// <summary>Puts what a kind of process wants into Swedish, with the address of the page where it is done. Pure.</summary>
public interface IProcessWording
{
    /// <summary>The key of the definitions it has words for.</summary>
    string DefinitionKey { get; }

    /// <summary>
    /// Whether there are so many in a place that what waits is told of all together: open steps then lie in nobody's inbox, only
    /// reminders and escalations do, and whoever tells it counts the things themselves.
    /// </summary>
    bool IsGathered => false;

    InboxText Word(Occasion occasion);

    /// <summary>Whether it is asked of people now. What lies far off can wait for its first reminder.</summary>
    bool Asks(Occasion occasion) => true;
}
