using DigiSam.AnnualReports.Building;
using DigiSam.Workflows.Definitions;

namespace DigiSam.AnnualReports.Life;

/// <summary>The conditions that process definitions may set for a report's way on.</summary>
internal sealed class ReportGuards(ReportBuilder builder)
{
    /// <summary>A unit has answered every question of the form; others need not.</summary>
    public const string AllAnswered = "all-questions-answered";

    /// <summary>It is the report of a board or of the municipality: elected bodies decide.</summary>
    public const string DecidedByABoard = "decided-by-a-board";

    /// <summary>The names that process definitions may use.</summary>
    public static IReadOnlyList<string> Names { get; } = [AllAnswered, DecidedByABoard];

    /// <summary>Those of the exit's conditions that do not hold now.</summary>
    public async Task<IReadOnlyList<string>> Unmet(StepExit? exit, AnnualReport report, CancellationToken stop)
    {
        var unmet = new List<string>();
        foreach (var guard in exit?.Guards ?? [])
        {
            if (!await Holds(guard, report, stop))
                unmet.Add(guard);
        }

        return unmet;
    }

    private async Task<bool> Holds(string guard, AnnualReport report, CancellationToken stop) => guard switch
    {
        AllAnswered => report.Level != ReportLevel.Unit
            || (await builder.Build(report.ReportYear, report.PlaceId, stop)).Content.Sections.SelectMany(section => section.Questions).All(question => question.Answered > 0),
        _ => report.Level.Decides(),
    };
}
