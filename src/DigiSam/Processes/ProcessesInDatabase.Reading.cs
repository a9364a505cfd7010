using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>What can be asked of instances.</summary>
internal sealed partial class ProcessesInDatabase
{
    public async Task<ProcessState> Query(Guid instance, CancellationToken stop)
    {
        var process = await database.Processes.AsNoTracking().Include(process => process.Steps).SingleAsync(process => process.Id == instance, stop);
        return process.StateUnder(installed.Of(process));
    }

    public async Task<IReadOnlyList<ProcessSummary>> Find(ProcessFilter filter, CancellationToken stop)
    {
        var wanted = database.Processes.AsNoTracking().Where(process =>
            (filter.Definition == null || process.DefinitionKey == filter.Definition)
            && (filter.Version == null || process.DefinitionVersion == filter.Version)
            && (filter.Status == null || process.Status == filter.Status)
            && (filter.PlaceId == null || process.PlaceId == filter.PlaceId)
            && (filter.Thing == null || process.SubjectId == filter.Thing));
        if (filter.OpenStep is { } key)
            wanted = wanted.Where(process => process.Steps.Any(step => step.State == StepState.Open && step.Key == key));
        if (filter.DueBefore is { } day)
            wanted = wanted.Where(process => process.Steps.Any(step => step.State == StepState.Open && step.DueOn < day));
        if (filter.AsksRole is { } role)
        {
            var asking = Asking(role);
            wanted = wanted.Where(process => asking.Contains(process.Id));
        }

        var found = await wanted.Include(process => process.Steps.Where(step => step.State == StepState.Open))
            .OrderBy(process => process.Id).Take(filter.Most).ToListAsync(stop);
        return [.. found.Select(process => new ProcessSummary(
            process.Id, process.DefinitionKey, process.DefinitionVersion, new ProcessSubject(process.Year, process.PlaceId, process.SubjectId), process.Status,
            [.. process.Steps.OrderBy(step => step.Position).Select(step => new StepStatus(step.Key, step.State, step.OpensOn, step.DueOn))]))];
    }

    public async Task<IReadOnlyList<ProcessHappening>> History(Guid instance, CancellationToken stop)
    {
        var events = await database.Set<ProcessEvent>().AsNoTracking()
            .Where(happened => happened.ProcessId == instance).OrderBy(happened => happened.At).ThenBy(happened => happened.Id).ToListAsync(stop);
        return [.. events.Select(happened => new ProcessHappening(happened.Kind.ToString(), happened.StepKey, happened.Detail, happened.PersonId, happened.At))];
    }

    // Whose a step is stands in the definitions and not in the rows: each version says which of its steps are the role's.
    private IQueryable<Guid> Asking(string role) => installed.Definitions
        .Select(definition => (definition.Key, definition.Version, Steps: definition.Steps.Where(step => step.Humans.Any(human => human.Role == role)).Select(step => step.Key).ToList()))
        .Where(asking => asking.Steps.Count > 0)
        .Select(asking => database.Processes.Where(process => process.DefinitionKey == asking.Key && process.DefinitionVersion == asking.Version
            && process.Steps.Any(step => step.State == StepState.Open && asking.Steps.Contains(step.Key))).Select(process => process.Id))
        .Aggregate(database.Processes.Where(process => false).Select(process => process.Id), (all, asking) => all.Concat(asking));
}
