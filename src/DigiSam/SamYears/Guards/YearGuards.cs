using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Workflows.Definitions;

namespace DigiSam.SamYears.Guards;

/// <summary>All conditions that steps of a SAM year can be closed on.</summary>
internal sealed class YearGuards(DigiSamContext database, InstalledDefinitions definitions, TimeProvider clock)
{
    /// <summary>The name of the guard that asks for the answers of the yearly follow-up.</summary>
    public const string FollowUp = "yearly-follow-up-answered";

    /// <summary>The name of the guard that asks for the safety representative.</summary>
    public const string Involvement = "safety-rep-took-part-or-abstained";

    private static readonly Dictionary<string, YearGuard> Known = new YearGuard[]
    {
        new SafetyRepTookPartOrAbstained(),
        new AllPlannedRoundsDoneOrCancelled(),
        new AllDeficienciesAssessedOrDismissed(),
        new AllMeasuresDoneOrInActionPlan(),
        new AllDoneMeasuresCheckedOrRescheduled(),
        new AllOpenMeasuresCarriedOver(),
        new YearlyFollowUpAnswered(),
        new ShortcomingsInNextPlan(),
    }.ToDictionary(guard => guard.Name);

    /// <summary>The names that process definitions may use.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys];

    /// <summary>The guards of a step that do not hold now, each with what is missing.</summary>
    public async Task<IReadOnlyList<UnmetGuard>> Unmet(SamYear year, StepDefinition step, CancellationToken stop)
    {
        var guarded = new GuardedStep(year, step.Key, SwedishDate.Today(clock), database, definitions);
        var unmet = new List<UnmetGuard>();
        foreach (var name in step.Guards)
        {
            if (await Known[name].Check(guarded, stop) is { } missing)
                unmet.Add(missing);
        }

        return unmet;
    }
}
