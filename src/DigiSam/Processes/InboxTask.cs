using DigiSam.Access;

namespace DigiSam.Processes;

public enum InboxTaskKind
{
    /// <summary>A step to do.</summary>
    Step,

    /// <summary>A step to take part in.</summary>
    Part,
    Reminder,

    /// <summary>A step that is late further down in the organisation.</summary>
    Escalation,
}

/// <summary>
/// Something that waits for people: a Swedish sentence and where to go. It is addressed to one person, or to a role in a place
/// and then belongs to whoever holds that role on the day it is read.
/// </summary>
public sealed class InboxTask
{
    /// <summary>Room for the longest sentence of any wording: names of places and titles of steps are bounded where they are read.</summary>
    public const int LongestText = 500;

    public const int LongestLink = 300;

    private InboxTask()
    {
    }

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private init; }

    public Role? Role { get; private init; }

    public Guid? PlaceId { get; private init; }

    public Guid? ProcessId { get; private init; }

    public string? StepKey { get; private init; }

    public InboxTaskKind Kind { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>An address of this site, from the slash on.</summary>
    public string Link { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateOnly? DueOn { get; private init; }

    /// <summary>When it ceased to wait for anyone.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>A task for whoever holds the role in the place.</summary>
    internal static InboxTask ForRole(Role role, Guid placeId, InboxTaskKind kind, InboxText content, Process process, string stepKey, DateOnly? dueOn, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Role = role,
        PlaceId = placeId,
        ProcessId = process.Id,
        StepKey = stepKey,
        Kind = kind,
        Text = content.Text,
        Link = content.Link,
        CreatedAt = at,
        DueOn = dueOn,
    };

    internal void Finish(DateTimeOffset at) => DoneAt ??= at;
}

/// <summary>What a task says and where it leads.</summary>
public sealed record InboxText(string Text, string Link);
