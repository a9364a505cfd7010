using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Leaves;
using DigiSam.SchoolYears;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Processes;

/// <summary>What the engine is told of the people it reminds: when their place is quiet, and whether they are away.</summary>
internal sealed class QuietAndAway(SchoolCalendars calendars, AwayToday away, ManagersAbove managers, TimeProvider clock)
{
    /// <summary>When nobody is reminded in the place of a process. Not looked up for a definition that reminds nobody, or that waits for no break.</summary>
    public async Task<IQuietTime> Of(Process process, ProcessDefinition definition, CancellationToken stop) =>
        AsksForBreaks(definition) ? await calendars.Of(process.PlaceId, stop) : QuietTimes.July;

    /// <summary>Whether all who would be reminded by the timer are away; null when someone is there, and for other timers than reminders.</summary>
    public async Task<Absence?> Away(Process process, ProcessDefinition definition, ProcessTimer timer, CancellationToken stop) =>
        await Reminded(process, definition, timer, stop) is { } who ? await away.Of(who.Place, who.Role, stop) : null;

    /// <summary>Looks up together what many timers will ask for.</summary>
    public async Task Prepare(IReadOnlyList<(Process Process, ProcessDefinition Definition, ProcessTimer Timer)> fallen, CancellationToken stop)
    {
        await calendars.Prepare([.. fallen.Where(one => AsksForBreaks(one.Definition)).Select(one => one.Process.PlaceId)], stop);
        var asked = new List<(Guid, Role)>();
        foreach (var (process, definition, timer) in fallen.Where(one => !IsAbove(one.Process, one.Definition, one.Timer)))
        {
            if (await Reminded(process, definition, timer, stop) is { } who)
                asked.Add(who);
        }

        if (asked.Count > 0)
            await away.Prepare(asked, stop);
    }

    private static bool AsksForBreaks(ProcessDefinition definition) => !definition.RemindsInJuly && definition.Steps.Any(step => step.Reminders.Count > 0);

    private static bool IsAbove(Process process, ProcessDefinition definition, ProcessTimer timer) =>
        definition.Find(timer.StepKey)?.HumanAt(process.PlaceKind) is { Place: HumanStep.Above };

    private async Task<(Guid Place, Role Role)?> Reminded(Process process, ProcessDefinition definition, ProcessTimer timer, CancellationToken stop)
    {
        if (timer.Kind != TimerKind.Reminder || definition.Find(timer.StepKey)?.HumanAt(process.PlaceKind) is not { } human || InstalledProcesses.RoleNamed(human.Role) is not { } role)
            return null;
        return (IsAbove(process, definition, timer) ? await managers.PlaceAbove(process.PlaceId, told: 0, SwedishDate.Today(clock), stop) ?? process.PlaceId : process.PlaceId, role);
    }
}
