using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Leaves;
using DigiSam.Persistence;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>Lays what processes want in people's inboxes, and takes it away when nothing more is wanted.</summary>
internal sealed class InboxDesk(DigiSamContext database, IEnumerable<IProcessWording> wordings, IEnumerable<INamesThings> names, ManagersAbove managers, CurrentActor actor, TimeProvider clock)
{
    /// <summary>What the one above is told besides the reminder.</summary>
    internal const string AwayWords = "Den som skulle ha påmints är ledig, och du är närmast ovanför.";

    private readonly Dictionary<Guid, string> _names = [];

    /// <summary>Does what the decisions say of tasks; other decisions are none of its business.</summary>
    public async Task Serve(Process process, ProcessDefinition definition, IReadOnlyList<ProcessDecision> decisions, CancellationToken stop)
    {
        if (wordings.Any(wording => wording.DefinitionKey == definition.Key && wording.IsGathered))
            decisions = [.. decisions.Where(decision => decision is not ProcessDecision.TaskWanted { Occasion: TaskOccasion.StepOpened or TaskOccasion.PartInStep })];
        if (!decisions.Any(decision => decision is ProcessDecision.TaskWanted or ProcessDecision.TasksDone))
            return;
        await Prepare([process.PlaceId], stop);
        foreach (var decision in decisions)
        {
            if (decision is ProcessDecision.TasksDone(var done))
                await Clear(process, done, stop);
            else if (decision is ProcessDecision.TaskWanted wanted)
                await Lay(process, definition, wanted, stop);
        }
    }

    /// <summary>Looks the names of places up together, for those who will ask for many.</summary>
    public async Task Prepare(IReadOnlyCollection<Guid> places, CancellationToken stop)
    {
        var unknown = places.Where(place => !_names.ContainsKey(place)).Distinct().ToList();
        if (unknown.Count == 0)
            return;
        foreach (var place in await database.Places.Where(place => unknown.Contains(place.Id)).Select(place => new { place.Id, place.Name }).ToListAsync(stop))
            _names[place.Id] = place.Name;
    }

    private async Task Lay(Process process, ProcessDefinition definition, ProcessDecision.TaskWanted wanted, CancellationToken stop)
    {
        var step = definition[wanted.Step];
        var due = process.Step(wanted.Step).DueOn;
        var thing = process.SubjectId is { } subject && names.FirstOrDefault(named => named.DefinitionKey == definition.Key) is { } naming ? await naming.Name(subject, stop) : null;
        var why = wanted.Occasion == TaskOccasion.ReminderAbove ? TaskOccasion.Reminder : wanted.Occasion;
        var occasion = new Occasion(why, step, process.PlaceId, _names[process.PlaceId], process.Year, due, process.SubjectId, thing, SwedishDate.Today(clock));
        var wording = wordings.FirstOrDefault(wording => wording.DefinitionKey == definition.Key);
        if (wording?.Asks(occasion) == false)
            return;
        var content = wording?.Word(occasion) ?? new InboxText(Plain(occasion), "/");
        if (wanted.Occasion == TaskOccasion.ReminderAbove)
        {
            await LayAbove(process, step, wanted, content, stop);
            return;
        }

        if (wanted.Occasion == TaskOccasion.Escalation && wanted.Role == InstalledProcesses.NextManager)
        {
            if (await managers.PlaceAbove(process.PlaceId, ManagersAbove.ToldBefore(step, wanted, process.PlaceKind), SwedishDate.Today(clock), stop, ManagersAbove.IsManagers(step, process.PlaceKind)) is { } above)
                Lay(process, wanted.Step, due, InboxTaskKind.Escalation, Role.Manager, above, content);
            else
                process.Note(ProcessEventKind.NobodyToEscalateTo, wanted.Step, content.Text, actor.PersonId, clock.GetUtcNow());
            return;
        }

        var kind = wanted.Occasion switch
        {
            TaskOccasion.Reminder => InboxTaskKind.Reminder,
            TaskOccasion.PartInStep => InboxTaskKind.Part,
            TaskOccasion.Escalation => InboxTaskKind.Escalation,
            _ => InboxTaskKind.Step,
        };
        var role = InstalledProcesses.RoleNamed(wanted.Role) ?? throw new InvalidOperationException($"No role {wanted.Role}.");
        var place = wanted.Occasion != TaskOccasion.Escalation && step.HumanAt(process.PlaceKind) is { Place: HumanStep.Above }
            ? await managers.PlaceAbove(process.PlaceId, told: 0, SwedishDate.Today(clock), stop) ?? process.PlaceId
            : process.PlaceId;
        Lay(process, wanted.Step, due, kind, role, place, content);
    }

    // Where nobody is above, the reminder itself waits in the inbox of those who are away.
    private async Task LayAbove(Process process, StepDefinition step, ProcessDecision.TaskWanted wanted, InboxText content, CancellationToken stop)
    {
        // What a representative says no manager can say for them.
        if (InstalledProcesses.RoleNamed(wanted.Role) is not { } role || !Leave.StoodInFor.Contains(role)
            || await managers.PlaceAbove(process.PlaceId, ManagersAbove.ToldBefore(step, wanted, process.PlaceKind), SwedishDate.Today(clock), stop, ManagersAbove.IsManagers(step, process.PlaceKind)) is not { } above)
            return;
        var told = content with { Text = $"{content.Text} {AwayWords}" };
        Lay(process, wanted.Step, process.Step(wanted.Step).DueOn, InboxTaskKind.Reminder, Role.Manager, above, told, ProcessEventKind.RemindedAbove);
    }

    private void Lay(Process process, string step, DateOnly due, InboxTaskKind kind, Role role, Guid place, InboxText content, ProcessEventKind? noted = null)
    {
        var now = clock.GetUtcNow();
        database.InboxTasks.Add(InboxTask.ForRole(role, place, kind, content, process, step, due == DateOnly.MaxValue ? null : due, now));
        noted ??= kind switch { InboxTaskKind.Reminder => ProcessEventKind.Reminded, InboxTaskKind.Escalation => ProcessEventKind.Escalated, _ => null };
        if (noted is { } what)
            process.Note(what, step, content.Text, actor.PersonId, now);
    }

    private async Task Clear(Process process, string step, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var laid = await database.InboxTasks.Where(task => task.ProcessId == process.Id && task.StepKey == step && task.DoneAt == null).ToListAsync(stop);
        // What the same command has laid is not in the database yet.
        foreach (var task in laid.Union(database.InboxTasks.Local.Where(task => task.ProcessId == process.Id && task.StepKey == step)))
            task.Finish(now);
    }

    // For a definition that nobody has words for yet.
    private static string Plain(Occasion occasion)
    {
        var due = occasion.DueOn == DateOnly.MaxValue ? "" : $", klart senast {SwedishDate.Long(occasion.DueOn)}";
        return occasion.Why switch
        {
            TaskOccasion.Escalation => $"{occasion.PlaceName} är försenad: {occasion.Step.Title}. Det skulle vara klart {SwedishDate.Long(occasion.DueOn)}.",
            TaskOccasion.Reminder => $"{occasion.PlaceName}: {occasion.Step.Title}{due}. Det här är en påminnelse.",
            TaskOccasion.PartInStep => $"{occasion.PlaceName}: var med i {occasion.Step.Title}{due}.",
            _ => $"{occasion.PlaceName}: {occasion.Step.Title}{due}.",
        };
    }
}
