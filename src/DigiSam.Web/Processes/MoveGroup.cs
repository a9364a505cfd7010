using DigiSam.Language;
using DigiSam.Processes;

namespace DigiSam.Web.Processes;

/// <summary>Processes that a move to another version makes the same of, in Swedish order.</summary>
public sealed record MoveGroup(IReadOnlyList<OpenStep> Before, IReadOnlyList<OpenStep> After, IReadOnlyList<string> Homeless, IReadOnlyList<ProcessMoved> Processes)
{
    public bool IsStuck => Homeless.Count > 0;

    /// <summary>Nothing that is open becomes anything else.</summary>
    public bool IsUnchanged => !IsStuck && Before.SequenceEqual(After);

    /// <summary>Those that cannot be moved first, then those that change, the largest group first.</summary>
    public static IReadOnlyList<MoveGroup> Of(IEnumerable<ProcessMoved> processes) =>
    [
        .. processes
            .GroupBy(process => (Said(process.Before), process.Homeless.Count > 0 ? "" : Said(process.After), string.Join('|', process.Homeless)))
            .Select(same => new MoveGroup(
                same.First().Before, same.First().After, same.First().Homeless,
                [.. same.OrderBy(process => SwedishText.SortKey(process.PlaceName), StringComparer.Ordinal).ThenBy(process => process.Year)]))
            .OrderBy(group => group switch { { IsStuck: true } => 0, { IsUnchanged: false } => 1, _ => 2 })
            .ThenByDescending(group => group.Processes.Count),
    ];

    private static string Said(IReadOnlyList<OpenStep> steps) => string.Join('|', steps.Select(step => $"{step.Title} {step.DueOn:O}"));
}
