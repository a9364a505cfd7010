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
    private static readonly Permission[] SafetyRepresentative =
    [
        Permission.ReadOrganisation, Permission.ReadChecklists, Permission.ReadRounds, Permission.HoldRounds,
        Permission.ReportObservation, Permission.ReadObservations, Permission.ReadRisks, Permission.ReadMeasures,
        Permission.ReadSamYear, Permission.ReadReport, Permission.StateInvolvement,
    ];

    private static readonly Permission[] HumanResources =
    [
        Permission.ReadOrganisation, Permission.ReadChecklists, Permission.ReadRounds, Permission.ReadRisks, Permission.ReadMeasures,
        Permission.ReadSamYear, Permission.ReadReport, Permission.ReportObservation,
    ];

    private static readonly Dictionary<Role, Permission[]> Granted = new()
    {
        [Role.Manager] =
        [
            Permission.ReadOrganisation, Permission.ReadChecklists,
            Permission.ReadRounds, Permission.PlanRounds, Permission.HoldRounds, Permission.CompleteRounds,
            Permission.ReportObservation, Permission.ReadObservations, Permission.ReadRisks, Permission.WriteRisks,
            Permission.ReadMeasures, Permission.WriteMeasures, Permission.ReadSamYear, Permission.RunSamYear,
            Permission.ReadReport, Permission.WriteReport, Permission.CompleteReport,
        ],
        [Role.SafetyRep] = SafetyRepresentative,
        [Role.ChiefSafetyRep] = [.. SafetyRepresentative, Permission.ReadChecklistDrafts, Permission.AnswerConsultation],
        [Role.Employee] = [Permission.ReadOrganisation, Permission.ReadChecklists, Permission.ReportObservation],
        [Role.HrPartner] = HumanResources,
        [Role.HrStrategist] =
        [
            .. HumanResources, Permission.ImportFigures, Permission.ImportAnswers, Permission.WriteReport, Permission.StartSamYear, Permission.ReadProcesses,
            Permission.ReadChecklistDrafts, Permission.PublishChecklists,
            Permission.ManageLeaves, Permission.StateSchoolYears,
        ],
        [Role.BoardSecretary] =
        [
            Permission.ReadOrganisation, Permission.ReadChecklists, Permission.ReadReport, Permission.WriteReport,
            Permission.LockReport, Permission.DecideReport,
        ],
        [Role.CaseOfficer] =
        [
            Permission.ReadOrganisation, Permission.ReadChecklists, Permission.ReadReport, Permission.WriteReport, Permission.CompleteReport,
        ],
        [Role.Administrator] =
        [
            Permission.ReadOrganisation, Permission.ManageOrganisation, Permission.CheckInstallation, Permission.ManageAccounts,
            Permission.ReadProcesses, Permission.ManageLeaves,
        ],
        [Role.Operator] = Enum.GetValues<Permission>(),
    };

    /// <summary>What every role may do: it concerns nobody but the one who asks.</summary>
    private static readonly Permission[] Everyone = [Permission.ReadOwnRoles, Permission.StateLeave];

    public static bool Grants(this Role role, Permission permission) =>
        Granted.TryGetValue(role, out var permissions) && (Everyone.Contains(permission) || permissions.Contains(permission));
}
