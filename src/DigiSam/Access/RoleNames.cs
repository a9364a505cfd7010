namespace DigiSam.Access;

/// <summary>What roles are called: on the screen in Swedish, at the command line by a code.</summary>
public static class RoleNames
{
    private static readonly Dictionary<Role, (string Code, string Swedish)> Names = new()
    {
        [Role.Manager] = ("manager", "Chef"),
        [Role.SafetyRep] = ("safety-rep", "Skyddsombud"),
        [Role.ChiefSafetyRep] = ("chief-safety-rep", "Huvudskyddsombud"),
        [Role.Employee] = ("employee", "Medarbetare"),
        [Role.HrPartner] = ("hr-partner", "HR-partner"),
        [Role.HrStrategist] = ("hr-strategist", "HR-strateg"),
        [Role.BoardSecretary] = ("board-secretary", "Nämndsekreterare"),
        [Role.CaseOfficer] = ("case-officer", "Handläggare"),
        [Role.Administrator] = ("administrator", "Systemförvaltare"),
        [Role.Operator] = ("operator", "Driftoperatör"),
    };

    /// <summary>The roles that people can be given; the operator's belongs to the command line itself.</summary>
    public static IReadOnlyList<Role> ForPeople { get; } = [.. Names.Keys.Where(role => role != Role.Operator)];

    /// <summary>"HR-strateg".</summary>
    public static string Swedish(this Role role) => Names[role].Swedish;

    /// <summary>"hr-strategist".</summary>
    public static string Code(this Role role) => Names[role].Code;
}
