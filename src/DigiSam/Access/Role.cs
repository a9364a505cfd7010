namespace DigiSam.Access;

/// <summary>The roles people hold in DigiSam, by assignment and for a time.</summary>
public enum Role
{
    Manager,
    SafetyRep,
    ChiefSafetyRep,
    Employee,
    HrPartner,
    HrStrategist,
    BoardSecretary,
    CaseOfficer,
    Administrator,

    /// <summary>The person at the command line of the server, audited as such.</summary>
    Operator,
}

/// <summary>What each role may do where it is held. A role that is not listed for a permission lacks it.</summary>
internal static class RolePermissions
{
    private static readonly Dictionary<Role, Permission[]> Granted = new()
    {
        [Role.Manager] =
        [
            Permission.ReadOrganisation, Permission.ReadReport, Permission.WriteReport,
            Permission.ReadRounds, Permission.PlanRounds, Permission.HoldRounds, Permission.CompleteRounds,
        ],
        [Role.SafetyRep] =
        [
            Permission.ReadOrganisation, Permission.ReadReport,
            Permission.ReadRounds, Permission.HoldRounds, Permission.StateInvolvement,
        ],
        [Role.ChiefSafetyRep] =
        [
            Permission.ReadOrganisation, Permission.ReadReport,
            Permission.ReadRounds, Permission.HoldRounds, Permission.StateInvolvement,
        ],
        [Role.Employee] = [Permission.ReadOrganisation],
        [Role.HrPartner] = [Permission.ReadOrganisation, Permission.ReadReport, Permission.ReadRounds],
        [Role.HrStrategist] =
        [
            Permission.ReadOrganisation, Permission.ImportFigures, Permission.ImportAnswers,
            Permission.WriteReport, Permission.ReadReport, Permission.ReadRounds,
        ],
        [Role.BoardSecretary] = [Permission.ReadOrganisation, Permission.ReadReport, Permission.WriteReport],
        [Role.CaseOfficer] = [Permission.ReadOrganisation, Permission.ReadReport, Permission.WriteReport],
        [Role.Administrator] =
        [
            Permission.ReadOrganisation, Permission.ManageOrganisation, Permission.CheckInstallation, Permission.ManageAccounts,
        ],
        [Role.Operator] = Enum.GetValues<Permission>(),
    };

    /// <summary>What every role may do: it concerns nobody but the one who asks.</summary>
    private static readonly Permission[] Everyone = [Permission.ReadOwnRoles];

    public static bool Grants(this Role role, Permission permission) =>
        Granted.TryGetValue(role, out var permissions) && (Everyone.Contains(permission) || permissions.Contains(permission));
}
