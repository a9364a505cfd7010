using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>Lays what processes want in people's inboxes, and takes it away when nothing more is wanted.</summary>
internal sealed class InboxDesk(DigiSamContext database, IEnumerable<IProcessWording> wordings, ManagersAbove managers, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Does what the decisions say of tasks; other decisions are none of its business.</summary>
    public async Task Serve(Process process, ProcessDefinition definition, IReadOnlyList<ProcessDecision> decisions, CancellationToken stop)
    {
        if (!decisions.Any(decision => decision is ProcessDecision.TaskWanted or ProcessDecision.TasksDone))
            return;
        var place = await database.Places.Where(place => place.Id == process.PlaceId).Select(place => place.Name).SingleAsync(stop);
        foreach (var decision in decisions)
        {
            if (decision is ProcessDecision.TasksDone(var done))
                await Clear(process, done, stop);
            else if (decision is ProcessDecision.TaskWanted wanted)
                await Lay(process, definition, wanted, place, stop);
        }
    }

    private async Task Lay(Process process, ProcessDefinition definition, ProcessDecision.TaskWanted wanted, string place, CancellationToken stop)
    {
        var step = definition.Steps.Single(step => step.Key == wanted.Step);
        var due = process.Step(wanted.Step).DueOn;
        var content = Word(definition, new Occasion(wanted.Occasion, step, process.PlaceId, place, process.Year, due));
        var now = clock.GetUtcNow();
        if (wanted.Occasion == TaskOccasion.Escalation)
        {
            var above = await managers.PlaceAbove(process.PlaceId, SwedishDate.Today(clock), stop);
            if (above is { } id)
                database.InboxTasks.Add(InboxTask.ForRole(Role.Manager, id, InboxTaskKind.Escalation, content, process, wanted.Step, due, now));
            process.Note(above is null ? ProcessEventKind.NobodyToEscalateTo : ProcessEventKind.Escalated, wanted.Step, content.Text, actor.PersonId, now);
            return;
        }

        var kind = wanted.Occasion switch
        {
            TaskOccasion.Reminder => InboxTaskKind.Reminder,
            TaskOccasion.PartInStep => InboxTaskKind.Part,
            _ => InboxTaskKind.Step,
        };
        var role = InstalledProcesses.RoleNamed(wanted.Role) ?? throw new InvalidOperationException($"No role {wanted.Role}.");
        database.InboxTasks.Add(InboxTask.ForRole(role, process.PlaceId, kind, content, process, wanted.Step, due, now));
        if (kind == InboxTaskKind.Reminder)
            process.Note(ProcessEventKind.Reminded, wanted.Step, content.Text, actor.PersonId, now);
    }

    private async Task Clear(Process process, string step, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var task in await database.InboxTasks.Where(task => task.ProcessId == process.Id && task.StepKey == step && task.DoneAt == null).ToListAsync(stop))
            task.Finish(now);
    }

    private InboxText Word(ProcessDefinition definition, Occasion occasion) =>
        wordings.FirstOrDefault(wording => wording.DefinitionKey == definition.Key)?.Word(occasion)
        ?? new InboxText($"{occasion.Step.Title}: {occasion.PlaceName}, klart senast {SwedishDate.Long(occasion.DueOn)}", "/");
}
