using System.Linq.Expressions;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>Reads one process in full.</summary>
internal sealed class ProcessReading(DigiSamContext database, IProcesses processes, IEnumerable<INamesThings> names, InstalledProcesses installed)
{
    /// <summary>The process that is asked for; fails with <see cref="ProcessIsUnknown"/> where there is none.</summary>
    public async Task<ProcessView> Read(Expression<Func<Process, bool>> asked, CancellationToken stop)
    {
        var found = await (
            from process in database.Processes.AsNoTracking().Where(asked)
            join place in database.Places on process.PlaceId equals place.Id
            select new { process.Id, process.PlaceId, place.Name, Process = process }).SingleOrDefaultAsync(stop) ?? throw new ProcessIsUnknown();
        var timers = await database.ProcessTimers.AsNoTracking().Where(timer => timer.ProcessId == found.Id && timer.DoneAt == null)
            .OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Id)
            .Select(timer => new TimerView(timer.StepKey, timer.Kind, timer.Level, timer.DueAt, timer.GivenUpAt != null)).ToListAsync(stop);
        var events = await (
            from happened in database.Set<ProcessEvent>()
            join person in database.People on happened.PersonId equals person.Id
            where happened.ProcessId == found.Id
            orderby happened.At descending, happened.Id descending
            select new { happened.Kind, happened.StepKey, happened.Detail, happened.PersonId, person.Name, happened.At }).AsNoTracking().ToListAsync(stop);
        var state = await processes.Query(found.Id, stop);
        return new ProcessView(
            found.Id, found.PlaceId, found.Name, state, await PauseWord.Of(database, found.Process, stop), timers,
            [.. events.Select(happened => new ProcessEventView(
                happened.Kind, happened.StepKey, TitleOf(state, happened.StepKey), happened.Detail,
                happened.PersonId == InstallationSetup.Timekeeper ? null : happened.Name, happened.At))])
        {
            Thing = found.Process.SubjectId is { } thing && names.FirstOrDefault(named => named.DefinitionKey == state.Definition.Key) is { } naming ? await naming.Name(thing, stop) : null,
        };
    }

    private string? TitleOf(ProcessState state, string? step) => step is null
        ? null
        : state.Definition.Find(step)?.Title
            ?? installed.Definitions.Where(definition => definition.Key == state.Definition.Key).Select(definition => definition.Find(step)?.Title).FirstOrDefault(title => title is not null)
            ?? step;
}
