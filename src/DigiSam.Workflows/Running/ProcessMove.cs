using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>A step of the new version with what the old steps that became it have brought along.</summary>
/// <param name="From">The old steps, in the order of the old definition; none for a step that is new.</param>
public sealed record MovedStep(StepStatus Step, IReadOnlyList<string> From);

/// <summary>
/// What becomes of an instance that moves to another version of its definition. A step that was closed is closed after it too, one
/// that was open is open, and what is new waits, or opens when its day has come.
/// </summary>
/// <param name="Homeless">Steps of the instance that are open or closed and that the map gives no image; the move is refused while there is one.</param>
/// <param name="Steps">Where every step stands after the move, before the decisions.</param>
/// <param name="Decisions">What follows from the move once all timers and tasks of the old steps are gone.</param>
public sealed record ProcessMove(IReadOnlyList<string> Homeless, IReadOnlyList<MovedStep> Steps, IReadOnlyList<ProcessDecision> Decisions)
{
    /// <summary>Whether the instance may be moved so.</summary>
    public bool IsAllowed => Homeless.Count == 0;

    internal static ProcessMove Of(
        IProcessEngine engine, ProcessState state, ProcessDefinition to, IReadOnlyDictionary<string, string> map, DateOnly today)
    {
        var kept = state.Steps.Where(step => step.State != StepState.Waiting).ToList();
        var images = kept.Where(step => Image(step) is not null).ToLookup(step => Image(step)!, StringComparer.Ordinal);
        var homeless = kept.Where(step => Image(step) is null && (state.Definition.Flow == ProcessFlow.Calendar || step.State == StepState.Open));
        if (homeless.Select(step => step.Key).ToList() is { Count: > 0 } left)
            return new ProcessMove(left, [], []);

        var planned = engine.Plan(to, state.Year);
        var steps = to.Steps
            .Where(step => to.Flow == ProcessFlow.Calendar || images.Contains(step.Key))
            .Select(step => images.Contains(step.Key)
                ? Moved(step, to.Flow, [.. images[step.Key]], state.Year, today)
                : new MovedStep(planned[step.Key], []))
            .ToList();
        var after = state with { Definition = to, Steps = [.. steps.Select(moved => moved.Step)] };
        return new ProcessMove([], steps, [.. Duties(after, today), .. Opened(engine, after, today)]);

        string? Image(StepStatus step) => map.TryGetValue(step.Key, out var image) && to.Find(image) is not null ? image : null;
    }

    // An open step of a calendar gets the last day of the new version; that of a state was perhaps given by a person, and stands.
    private static MovedStep Moved(StepDefinition step, ProcessFlow flow, IReadOnlyList<StepStatus> from, int year, DateOnly today)
    {
        var state = from.Any(old => old.State == StepState.Open) ? StepState.Open : StepState.Closed;
        var (opens, due) = (from.Min(old => old.OpensOn), from.Max(old => old.DueOn));
        if (state == StepState.Open && (flow == ProcessFlow.Calendar || due == DateOnly.MaxValue))
            due = step.Due?.Resolve(year, flow == ProcessFlow.Calendar ? opens : today) ?? DateOnly.MaxValue;
        return new MovedStep(new StepStatus(step.Key, state, opens, due), [.. from.Select(old => old.Key)]);
    }

    private static IEnumerable<ProcessDecision> Duties(ProcessState after, DateOnly today) =>
        after.Open.SelectMany(step => StepDuties.Of(after.Definition[step.Key], after, today, step.DueOn));

    private static IReadOnlyList<ProcessDecision> Opened(IProcessEngine engine, ProcessState after, DateOnly today)
    {
        if (after.Definition.Flow == ProcessFlow.States)
            return after.Open.Any(step => after.Definition[step.Key].IsFinal) ? [new ProcessDecision.ProcessCompleted()] : [];
        return after.Steps.All(step => step.State == StepState.Closed)
            ? [new ProcessDecision.ProcessCompleted()]
            : engine.Decide(after with { Status = ProcessStatus.Running }, new ProcessSignal.Start(), today);
    }
}
