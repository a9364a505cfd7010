using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Web.Processes.Diagram;

/// <summary>A definition of the calendar as it would lie in a year.</summary>
internal static class ProcessPlan
{
    private static readonly ProcessEngine Engine = new();

    public static ProcessState Of(ProcessDefinition definition, int year) => Engine.Plan(definition, year);
}
