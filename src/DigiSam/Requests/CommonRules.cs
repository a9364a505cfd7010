using FluentValidation;

namespace DigiSam.Requests;

/// <summary>Rules that several requests share.</summary>
internal static class CommonRules
{
    /// <summary>The name year of a report: a year that a report can have.</summary>
    public static IRuleBuilderOptions<T, int> ReportYear<T>(this IRuleBuilder<T, int> rule) =>
        rule.InclusiveBetween(2000, 2100).WithMessage("Rapportåret ska vara ett år mellan 2000 och 2100.");
}
