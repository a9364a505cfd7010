using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Processes;

/// <summary>Something that a process wants from people, before it has been put into words.</summary>
/// <param name="DueOn">The last day; <see cref="DateOnly.MaxValue"/> when there is none.</param>
/// <param name="SubjectId">What the process runs for besides place and year.</param>
public sealed record Occasion(TaskOccasion Why, StepDefinition Step, Guid PlaceId, string PlaceName, int Year, DateOnly DueOn, Guid? SubjectId = null);

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
}
