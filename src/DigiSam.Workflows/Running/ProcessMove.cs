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
/// <param name="HasEnded">The instance is completed or cancelled, and stays what it was.</param>
public sealed record ProcessMove(
    IReadOnlyList<string> Homeless, IReadOnlyList<MovedStep> Steps, IReadOnlyList<ProcessDecision> Decisions, bool HasEnded = false)
{
    /// <summary>Whether the instance may be moved so.</summary>
    public bool IsAllowed => Homeless.Count == 0 && !HasEnded;

    internal static ProcessMove Of(
        IProcessEngine engine, ProcessState state, ProcessDefinition to, IReadOnlyDictionary<string, string> map, DateOnly today)
    {
        if (state.Status is ProcessStatus.Completed or ProcessStatus.Cancelled)
            return new ProcessMove([], [], [], HasEnded: true);
        var kept = state.Steps.Where(step => step.State != StepState.Waiting).ToList();
        var images = kept.Where(step => Image(step) is not null).ToLookup(step => Image(step)!, StringComparer.Ordinal);
        var homeless = kept.Where(step => Image(step) is null && (state.Definition.Flow == ProcessFlow.Calendar || step.State == StepState.Open));
        if (homeless.Select(step => step.Key).ToList() is { Count: > 0 } left)
            return new ProcessMove(left, [], []);

        var planned = engine.Plan(to, state.Year);
        var steps = to.Steps
            .Where(step => to.Flow == ProcessFlow.Calendar || images.Contains(step.Key))
            .Select(step => images.Contains(step.Key)
                ? Moved(step, state, [.. images[step.Key]], to.Flow, today)
                : new MovedStep(planned[step.Key], []))
            .ToList();
        var after = state with { Definition = to, Steps = [.. steps.Select(moved => moved.Step)] };
        return new ProcessMove([], steps, [.. Duties(state, after, today), .. Opened(engine, after, today)]);

        string? Image(StepStatus step) => map.TryGetValue(step.Key, out var image) && to.Find(image) is not null ? image : null;
    }

    // An open step of a calendar gets a new last day where the versions differ in it; that of a state was perhaps given by a person.
    private static MovedStep Moved(StepDefinition step, ProcessState before, IReadOnlyList<StepStatus> from, ProcessFlow flow, DateOnly today)
    {
        var state = from.Any(old => old.State == StepState.Open) ? StepState.Open : StepState.Closed;
        var (opens, due) = (from.Min(old => old.OpensOn), from.Max(old => old.DueOn));
        var differs = from.Any(old => before.Definition[old.Key].Due != step.Due);
        if (state == StepState.Open && (due == DateOnly.MaxValue || (differs && flow == ProcessFlow.Calendar)))
            due = step.Due?.Resolve(before.Year, flow == ProcessFlow.Calendar ? opens : today) ?? DateOnly.MaxValue;
        return new MovedStep(new StepStatus(step.Key, state, opens, due), [.. from.Select(old => old.Key)]);
    }

    // A step whose last day has been, and is the same as before, has had its reminders; who has been told of it is not told again.
    private static IEnumerable<ProcessDecision> Duties(ProcessState before, ProcessState after, DateOnly today) => after.Open.SelectMany(step =>
        step.DueOn < today && before.Open.Any(old => old.DueOn == step.DueOn)
            ? StepDuties.Of(after.Definition[step.Key], after, step.DueOn, step.DueOn)
                .Where(duty => duty is not ProcessDecision.TimerWanted timer || timer.On > today)
            : StepDuties.Of(after.Definition[step.Key], after, today, step.DueOn));

    private static IReadOnlyList<ProcessDecision> Opened(IProcessEngine engine, ProcessState after, DateOnly today)
    {
        if (after.Definition.Flow == ProcessFlow.States)
            return after.Open.Any(step => after.Definition[step.Key].IsFinalAt(after.PlaceKind)) ? [new ProcessDecision.ProcessCompleted()] : [];
        return after.Steps.All(step => step.State == StepState.Closed)
            ? [new ProcessDecision.ProcessCompleted()]
            : engine.Decide(after with { Status = ProcessStatus.Running }, new ProcessSignal.Start(), today);
    }
}
