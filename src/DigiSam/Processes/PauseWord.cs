using DigiSam.Persistence;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>Why a process stands still, as the one who paused it wrote, and since when.</summary>
public sealed record PauseWord(string Reason, string Name, DateTimeOffset At)
{
    /// <summary>The pause that a process stands in; null unless it does.</summary>
    internal static async Task<PauseWord?> Of(DigiSamContext database, Process process, CancellationToken stop) => process.Status != ProcessStatus.Suspended
        ? null
        : await (
            from happened in database.Set<ProcessEvent>()
            join person in database.People on happened.PersonId equals person.Id
            where happened.ProcessId == process.Id && happened.Kind == ProcessEventKind.Suspended
            orderby happened.At descending, happened.Id descending
            select new PauseWord(happened.Detail ?? "", person.Name, happened.At)).FirstOrDefaultAsync(stop);
}
