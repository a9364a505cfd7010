using DigiSam.Workflows.Definitions;

namespace DigiSam.Web.Processes;

/// <summary>Addresses of the pages about processes.</summary>
internal static class ProcessAddress
{
    public const string List = "/processer";

    /// <summary>Where running processes stand, with the place and the process.</summary>
    public const string Running = "/processer/pagaende";

    /// <summary>The field of <see cref="Running"/> that tells that the id is a report's.</summary>
    public const string OfReport = "rapport";

    /// <summary>The same of a risk.</summary>
    public const string OfRisk = "risk";

    /// <summary>The same for a version of a checklist.</summary>
    public const string OfChecklist = "checklista";

    public static string Of(ProcessDefinition definition) => $"{List}/{definition.Key}/{definition.Version}";

    /// <summary>What is open in the processes of a version.</summary>
    public static string OfRunning(ProcessDefinition definition) => $"{Of(definition)}/pagaende";

    public static string OfMove(ProcessDefinition from, int to) => $"{Of(from)}/flytta/{to}";

    public static string OfTrial(ProcessDefinition definition) => $"{List}/simulera?process={definition.Key}@{definition.Version}";

    public static string OfInstance(Guid process, Guid place) => $"{Running}/{process}?enhet={place}";

    /// <summary>Where a process stands, by what it runs for; null for kinds that have no page of their own.</summary>
    public static string? Of(string definition, Guid process, Guid place, Guid? subject) => (definition, subject) switch
    {
        ("sam-year", _) => OfInstance(process, place),
        ("annual-report", { } report) => OfReportProcess(report, place),
        ("risk", { } risk) => OfRiskProcess(risk, place),
        ("checklist-publishing", { } version) => OfChecklistProcess(version),
        _ => null,
    };

    public static string OfReportProcess(Guid report, Guid place) => $"{Running}/{report}?enhet={place}&av={OfReport}";

    public static string OfRiskProcess(Guid risk, Guid place) => $"{Running}/{risk}?enhet={place}&av={OfRisk}";

    public static string OfChecklistProcess(Guid version) => $"{Running}/{version}?av={OfChecklist}";
}
