using DigiSam.Persistence;

namespace DigiSam.SamYears;

/// <summary>
/// What a unit decided for its year together with the safety representative: the goal for the organisational and social work
/// environment (AFS 2023:2 chapter 2 section 5), a few health factors, and in which months the workplace meets.
/// </summary>
public sealed class YearPlan : IRevised
{
    private YearPlan()
    {
    }

    internal YearPlan(Guid samYearId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        SamYearId = samYearId;
    }

    public Guid Id { get; private init; }

    public Guid SamYearId { get; private init; }

    public string? OsaGoal { get; private set; }

    /// <summary>Keys of the chosen health factors.</summary>
    public IReadOnlyList<string> HealthFactors { get; private set; } = [];

    /// <summary>The months with a workplace meeting, 1–12.</summary>
    public IReadOnlyList<int> MeetingMonths { get; private set; } = [];

    public int Rev { get; private set; }

    /// <summary>Whether the plan already says this, so that a second click changes nothing.</summary>
    internal bool Says(string? osaGoal, IEnumerable<string> healthFactors, IEnumerable<int> meetingMonths) =>
        OsaGoal == Goal(osaGoal)
        && HealthFactors.SequenceEqual(healthFactors.Distinct())
        && MeetingMonths.SequenceEqual(meetingMonths.Distinct().Order());

    internal void Decide(string? osaGoal, IEnumerable<string> healthFactors, IEnumerable<int> meetingMonths)
    {
        OsaGoal = Goal(osaGoal);
        HealthFactors = [.. healthFactors.Distinct()];
        MeetingMonths = [.. meetingMonths.Distinct().Order()];
    }

    private static string? Goal(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
