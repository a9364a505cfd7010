namespace DigiSam.Access;

/// <summary>What a request may do. A role grants permissions; an assignment says where.</summary>
public enum Permission
{
    ReadOrganisation,
    ManageOrganisation,
    ImportFigures,
    ImportAnswers,
    WriteReport,
    ReadReport,
    CheckInstallation,
    ReadRounds,
    PlanRounds,
    HoldRounds,
    CompleteRounds,
    StateInvolvement,
    ReportObservation,
    ReadObservations,
    ReadRisks,
    WriteRisks,
    ReadMeasures,
    WriteMeasures,
    ReadSamYear,

    /// <summary>Plan the year and close its steps.</summary>
    RunSamYear,

    /// <summary>Start the year's process in units, and move it to another version.</summary>
    StartSamYear,

    /// <summary>See which processes there are, version by version, and how many run.</summary>
    ReadProcesses,
    ReadChecklists,

    /// <summary>Read checklists before they are published, and what has been said of them.</summary>
    ReadChecklistDrafts,

    /// <summary>Write, publish, review and retire checklists.</summary>
    PublishChecklists,

    /// <summary>Say what one thinks of a checklist before it is published.</summary>
    AnswerConsultation,
    CompleteReport,

    /// <summary>Lock a report for the meeting notice, and open it again.</summary>
    LockReport,
    DecideReport,
    ManageAccounts,

    /// <summary>What concerns nobody but the one who asks: own roles and own tasks.</summary>
    ReadOwnRoles,

    /// <summary>State one's own leave and who stands in.</summary>
    StateLeave,

    /// <summary>State the leaves of others.</summary>
    ManageLeaves,

    /// <summary>State the terms of the schools, and with them when people are reminded.</summary>
    StateSchoolYears,

    /// <summary>Act on what time has brought: open steps, remind, escalate.</summary>
    ActOnTimers,

    /// <summary>Take a copy of everything, and put one in use.</summary>
    BackUp,
}

/// <summary>Names the permission that a request needs. Every request carries it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
