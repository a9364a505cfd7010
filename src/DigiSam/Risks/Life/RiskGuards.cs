using DigiSam.Measures;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Risks.Life;

/// <summary>The conditions that process definitions may set for a risk's way on.</summary>
internal static class RiskGuards
{
    /// <summary>No measure against the risk is still to be done or to be checked.</summary>
    public const string AllMeasuresChecked = "all-measures-checked";

    /// <summary>There is a measure against the risk, if it is serious.</summary>
    public const string SeriousHasMeasure = "serious-risk-has-measure";

    /// <summary>The risk was assessed after the effect of its measures was judged.</summary>
    public const string AssessedSinceChecked = "assessed-since-checked";

    /// <summary>The names that process definitions may use.</summary>
    public static IReadOnlyList<string> Names { get; } = [AllMeasuresChecked, SeriousHasMeasure, AssessedSinceChecked];

    /// <summary>Those of the exit's conditions that do not hold now.</summary>
    public static IReadOnlyList<string> Unmet(StepExit exit, RiskFacts risk) => [.. exit.Guards.Where(guard => !Holds(guard, risk))];

    private static bool Holds(string guard, RiskFacts risk) => guard switch
    {
        AllMeasuresChecked => risk.Measures.All(measure => measure.Status is MeasureStatus.Checked or MeasureStatus.Cancelled),
        SeriousHasMeasure => !risk.IsSerious || risk.Measures.Any(measure => measure.Status != MeasureStatus.Cancelled),
        _ => risk.Measures.All(measure => measure.Status != MeasureStatus.Checked) || risk.IsAssessedSinceChecked,
    };
}
