using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Checklists.Life;

/// <summary>
/// The process that each version of a checklist runs by, from draft to replaced or retired: it asks people for the next step, and
/// goes on in the transaction in which the version does (ADR 23).
/// </summary>
internal sealed class ChecklistCourse(DigiSamContext database, IProcesses processes, InstalledProcesses installed, TimeProvider clock) : IProcessOrigin
{
    /// <summary>The key of the definition that checklists run by.</summary>
    public const string Definition = "checklist-publishing";

    private const string Published = "published";

    /// <summary>Working days for a review whose own last day has been or is near when DigiSam begins to follow it.</summary>
    private const int Grace = 15;

    /// <summary>A version has come into being, as a draft or in the state given.</summary>
    public async Task<Guid> Begin(Guid version, CancellationToken stop, string? state = null, DateOnly? due = null)
    {
        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(stop);
        return await processes.Start(installed.Newest(Definition), new ProcessSubject(SwedishDate.Today(clock).Year, municipality, version, "municipality", state, due), stop);
    }

    /// <summary>
    /// Takes an exit of the version's process, and gives the last day of the state it leads to. <paramref name="unmet"/> are the
    /// conditions that do not hold now, <paramref name="draft"/> what they are about.
    /// </summary>
    public async Task<DateOnly> Leave(Guid version, string exit, CancellationToken stop, IReadOnlyList<string>? unmet = null, ChecklistDraft? draft = null, DateOnly? due = null)
    {
        var process = await Find(version, stop) ?? await Begin(version, stop, draft is null ? Published : null);
        var decisions = await processes.Signal(process, new ProcessSignal.Leave(exit, unmet ?? [], due), stop);
        switch (decisions.OfType<ProcessDecision.Refused>().FirstOrDefault())
        {
            case { Reason: Refusal.ProcessIsSuspended }:
                throw new ChecklistStandsStill();
            case { Reason: Refusal.GuardsDoNotHold }:
                throw new ConsultationIsNotOver(draft?.Present?.LastDay ?? DateOnly.MaxValue);
            case { } refused:
                throw new ChecklistMayNotGoOn((await processes.Query(process, stop)).Definition.Find(refused.Step)?.Title ?? "där den är");
        }

        return decisions.OfType<ProcessDecision.StepOpened>().Select(opened => opened.DueOn).FirstOrDefault(DateOnly.MaxValue);
    }

    /// <summary>
    /// Someone has answered. When all have who are asked today, the next step is HR's; otherwise HR is told, and may go on. An answer
    /// is taken also while the process stands still, or where the definition has no state for it.
    /// </summary>
    public async Task Answered(ChecklistDraft draft, CancellationToken stop)
    {
        var process = await Find(draft.Id, stop) ?? await Begin(draft.Id, stop);
        var state = await processes.Query(process, stop);
        if (state.Open.FirstOrDefault() is not { Key: "consulted" } consulted)
            return;
        var asked = await Asked(database, SwedishDate.Today(clock)).Select(person => person.Id).ToListAsync(stop);
        if (state.Status == ProcessStatus.Suspended || state.Definition[consulted.Key].Exits.All(exit => exit.On != "answer")
            || asked.Except(draft.Present!.Replies.Select(reply => reply.PersonId)).Any())
            await Tell(draft, process, consulted, stop);
        else
            await Leave(draft.Id, "answer", stop, draft: draft);
    }

    /// <summary>Takes the process of a published version out by the exit, where it has one that goes on.</summary>
    public async Task End(Guid version, string exit, CancellationToken stop)
    {
        if (await Find(version, stop) is { } process && (await processes.Query(process, stop)).Open.Any(open => open.Key == Published))
            await Leave(version, exit, stop);
    }

    /// <summary>
    /// A checklist is in use again: its newest version goes on, also one that the program brought while it was out of use and that has
    /// no process yet.
    /// </summary>
    public async Task Restore(Guid version, CancellationToken stop)
    {
        if (await Find(version, stop) is null)
            await Begin(version, stop, Published);
        else
            await Leave(version, "restore", stop);
    }

    /// <summary>
    /// What came without a process, with the program or in an older version, is to be reviewed like the rest; what a newer file of
    /// the program has replaced is not any more. One that stands still is left so: nothing is asked for while it does.
    /// </summary>
    public async Task<int> StartMissing(CancellationToken stop)
    {
        if (installed.Find(Definition) is null)
            return 0;
        var retired = await database.ChecklistRetirements.Where(retirement => retirement.UndoneAt == null).Select(retirement => retirement.Key).ToListAsync(stop);
        var kept = await database.ChecklistVersions.Where(version => !retired.Contains(version.Key))
            .Select(version => new { version.Id, version.Key, version.Version, HasProcess = database.Processes.Any(process => process.SubjectId == version.Id), StandsStill = database.Processes.Any(process => process.SubjectId == version.Id && process.Status == ProcessStatus.Suspended) }).ToListAsync(stop);
        var started = 0;
        foreach (var versions in kept.GroupBy(version => version.Key, (_, all) => all.OrderByDescending(version => version.Version).ToList()))
        {
            if (versions[0].HasProcess)
                continue;
            await Begin(versions[0].Id, stop, Published, await FirstReview(versions[0].Id, stop));
            started++;
            foreach (var older in versions.Skip(1).Where(version => version is { HasProcess: true, StandsStill: false }))
                await End(older.Id, "replace", stop);
        }

        return started;
    }

    /// <summary>Those who are consulted: the chief safety representatives of the whole municipality on the day.</summary>
    public static IQueryable<Person> Asked(DigiSamContext database, DateOnly today) => database.People.Where(person => database.RoleAssignments.Any(held =>
        held.PersonId == person.Id && held.Role == Role.ChiefSafetyRep && held.ValidFrom <= today && today <= held.ValidTo && database.Municipalities.Any(whole => whole.Id == held.PlaceId)));

    private Task<Guid?> Find(Guid version, CancellationToken stop) =>
        database.Processes.Where(process => process.SubjectId == version && process.DefinitionKey == Definition).Select(process => (Guid?)process.Id).SingleOrDefaultAsync(stop);

    // A year after it was published or last reviewed, or the day that the file says; never the same day, nor for all that is long past.
    private async Task<DateOnly> FirstReview(Guid id, CancellationToken stop)
    {
        var version = await database.ChecklistVersions.AsNoTracking().SingleAsync(version => version.Id == id, stop);
        var reviewed = await database.ChecklistReviews.Where(review => review.VersionId == id).Select(review => (DateTimeOffset?)review.At).MaxAsync(stop);
        var day = reviewed is null && ChecklistFile.Read(version).ReviewBy is { } stated ? stated : SwedishDate.DateIn(reviewed ?? version.PublishedAt).AddDays(365);
        var soon = WorkingDays.Add(SwedishDate.Today(clock), Grace);
        return day < soon ? soon : day;
    }

    private async Task Tell(ChecklistDraft draft, Guid process, StepStatus consulted, CancellationToken stop)
    {
        var running = await database.Processes.SingleAsync(running => running.Id == process, stop);
        var text = $"Ett svar har kommit på samrådet om checklistan {draft.Title} (version {draft.Version}). Du kan publicera den, eller vänta på fler svar.";
        database.InboxTasks.Add(InboxTask.ForRole(
            Role.HrStrategist, running.PlaceId, InboxTaskKind.Part, new InboxText(text, $"/checklistor/{draft.Key}"), running, consulted.Key, consulted.DueOn == DateOnly.MaxValue ? null : consulted.DueOn, clock.GetUtcNow()));
    }
}
