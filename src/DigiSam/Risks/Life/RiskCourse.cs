using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks.Life;

/// <summary>
/// The process that a risk runs by. Its stage follows from what is recorded about the risk and the measures against it; whoever
/// changes those does so through here, and the process goes on in the same transaction. The rules of risks and measures come
/// first, since they say in words what is missing.
/// </summary>
internal sealed class RiskCourse(
    DigiSamContext database, ReadsRiskFacts facts, RiskProjection projection, IProcesses processes, InstalledProcesses installed, TimeProvider clock)
{
    /// <summary>The key of the definition that risks run by.</summary>
    public const string Definition = "risk";

    /// <summary>The definition that a new process starts with.</summary>
    public ProcessDefinition Newest => installed.Newest(Definition);

    /// <summary>The risk has been added.</summary>
    public async Task Begin(Risk risk, CancellationToken stop)
    {
        projection.Hold(risk);
        await Begin(RiskFacts.Of(risk, []), dueOn: null, stop);
    }

    /// <summary>Starts the process of a risk in the stage it is in, with a last day if it is not for records or definition to say.</summary>
    public Task<Guid> Begin(RiskFacts risk, DateOnly? dueOn, CancellationToken stop) => processes.Start(
        Newest,
        new ProcessSubject(SwedishDate.Today(clock).Year, risk.UnitId, risk.Id, At: risk.Stage.Key(), DueOn: dueOn ?? risk.LastDay(Newest)),
        stop);

    /// <summary>Changes a risk whose assessments and events are loaded.</summary>
    public async Task Change(Risk risk, Action change, CancellationToken stop)
    {
        var was = await facts.Of(risk, stop);
        projection.Hold(risk);
        change();
        await Move(was, RiskFacts.Of(risk, was.Measures), stop);
    }

    /// <summary>Changes a measure whose parts are loaded: every risk that it works against goes on, closed ones apart.</summary>
    /// <param name="linked">A risk that it comes to work against by the change.</param>
    public async Task Change(Measure measure, Action change, CancellationToken stop, Guid? linked = null)
    {
        var ids = measure.Risks.Select(served => served.RiskId).Concat(linked is { } one ? [one] : Array.Empty<Guid>()).ToHashSet();
        var risks = await facts.Of(ids, stop);
        change();
        foreach (var was in risks.Where(risk => !risk.IsClosed).OrderBy(risk => risk.Id))
            await Move(was, was.With(measure), stop);
    }

    private async Task Move(RiskFacts was, RiskFacts now, CancellationToken stop)
    {
        if (was.Stood == now.Stage && was.LastDay(Newest) == now.LastDay(Newest))
            return;
        var process = await database.Processes.Where(process => process.SubjectId == was.Id && process.DefinitionKey == Definition).Select(process => (Guid?)process.Id).SingleOrDefaultAsync(stop)
            ?? await Begin(was, dueOn: null, stop);
        var state = await processes.Query(process, stop);
        var from = state.Open.Single().Key;
        var way = RiskWays.Between(state.Definition, from, now.Stage);
        if (way is null)
            throw new RiskHasNoSuchWay(now.Title, state.Definition[from].Title, now.IsClosed);
        foreach (var exit in way)
            Demand(await processes.Signal(process, new ProcessSignal.Leave(exit.On, RiskGuards.Unmet(exit, now), exit == way[^1] ? now.LastDay(state.Definition) : null), stop), now);
    }

    private static void Demand(IReadOnlyList<ProcessDecision> decisions, RiskFacts risk)
    {
        switch (decisions.OfType<ProcessDecision.Refused>().FirstOrDefault())
        {
            case { Reason: Refusal.ProcessIsSuspended }:
                throw new RiskStandsStill(risk.Title);
            case { Reason: Refusal.GuardsDoNotHold } refused:
                throw new RiskMayNotGoOn(risk.Title, refused.Guards);
            case { } refused:
                throw new InvalidOperationException($"The process of risk {risk.Id} refuses to leave {refused.Step}: {refused.Reason}.");
        }
    }
}
