using DigiSam.Workflows.Running;

namespace DigiSam.Workflows.Simulation;

/// <summary>An instance in memory: what a host keeps in rows.</summary>
internal sealed class SimulatedInstance
{
    private readonly Dictionary<string, int> revisions = new(StringComparer.Ordinal);
    private readonly List<StepStatus> steps;

    public SimulatedInstance(ProcessState plan)
    {
        steps = [.. plan.Steps];
        State = plan with { Steps = steps };
    }

    public ProcessState State { get; private set; }

    /// <summary>How many times a step has been opened here.</summary>
    public int Openings { get; private set; }

    /// <summary>The states that the instance has been in.</summary>
    public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

    /// <summary>What is asked of a step counts while this stands; it grows when timers become void.</summary>
    public int RevisionOf(string step) => revisions.GetValueOrDefault(step);

    /// <summary>Makes a decision so.</summary>
    public void Apply(ProcessDecision decision, DateOnly today)
    {
        switch (decision)
        {
            case ProcessDecision.StepOpened(var key, var due):
                Openings++;
                Visited.Add(key);
                Put(key, step => (step ?? new StepStatus(key, StepState.Open, today, due)) with { State = StepState.Open, DueOn = due });
                break;
            case ProcessDecision.StepClosed(var key):
                Put(key, step => step! with { State = StepState.Closed });
                break;
            case ProcessDecision.TimersDropped(var key):
                revisions[key] = RevisionOf(key) + 1;
                break;
            case ProcessDecision.ProcessCompleted:
                State = State with { Status = ProcessStatus.Completed };
                break;
        }
    }

    private void Put(string key, Func<StepStatus?, StepStatus> become)
    {
        var index = steps.FindIndex(step => string.Equals(step.Key, key, StringComparison.Ordinal));
        if (index < 0)
            steps.Add(become(null));
        else
            steps[index] = become(steps[index]);
    }
}
