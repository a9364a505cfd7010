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
    ManageAccounts,
    ReadOwnRoles,
}

/// <summary>Names the permission that a request needs. Every request carries it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
