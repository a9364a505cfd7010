using System.Globalization;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>What can be asked of instances.</summary>
internal sealed partial class ProcessesInDatabase
{
    public async Task<ProcessState> Query(Guid instance, CancellationToken stop)
    {
        // What this command has done so far counts, although it is not in the database yet.
        var process = database.Processes.Local.FirstOrDefault(process => process.Id == instance)
            ?? await database.Processes.AsNoTracking().Include(process => process.Steps).SingleAsync(process => process.Id == instance, stop);
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
        if (filter.Status is null && (filter.OpenStep ?? filter.AsksRole ?? filter.DueBefore?.ToString(CultureInfo.InvariantCulture)) is not null)
            wanted = wanted.Where(process => process.Status == ProcessStatus.Running || process.Status == ProcessStatus.Suspended);
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
            .OrderBy(process => process.StartedAt).ThenBy(process => process.Id).Take(filter.Most).ToListAsync(stop);
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
        .SelectMany(definition => definition.Steps, (definition, step) => (definition.Key, definition.Version, Step: step))
        .Where(asking => asking.Step.Humans.Any(human => human.Role == role))
        .Select(asking => Asking(asking.Key, asking.Version, asking.Step, role))
        .Aggregate(database.Processes.Where(process => false).Select(process => process.Id), (all, asking) => all.Concat(asking));

    private IQueryable<Guid> Asking(string key, int version, StepDefinition step, string role)
    {
        var named = step.Humans.Select(human => human.Place).ToList();
        var kinds = named.Where(kind => step.HumanAt(kind)!.Role == role).ToList();
        var others = step.Humans[0].Role == role;
        return database.Processes
            .Where(process => process.DefinitionKey == key && process.DefinitionVersion == version
                && process.Steps.Any(open => open.State == StepState.Open && open.Key == step.Key)
                && (kinds.Contains(process.PlaceKind!) || (others && (process.PlaceKind == null || !named.Contains(process.PlaceKind)))))
            .Select(process => process.Id);
    }
}
