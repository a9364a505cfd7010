using System.Text;
using DigiSam.Access;
using DigiSam.Checklists.Life;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.Tests.SamYears;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Checklists;

/// <summary>A school in a municipality with an HR strategist and a chief safety representative, on Monday 16 March 2026.</summary>
internal sealed class PublishingTown : IAsyncDisposable
{
    public const string Key = "hot-och-vald";

    private PublishingTown(School school) => School = school;

    public School School { get; }

    public Installed Installed => School.Installed;

    public Guid Municipality { get; private set; }

    public Guid Hr => School.Hr;

    public Guid Chief { get; private set; }

    public static async Task<PublishingTown> Create(InstalledProcesses? processes = null)
    {
        var town = new PublishingTown(await School.On(new DateOnly(2026, 3, 16), processes));
        town.Municipality = await town.Installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync());
        town.Chief = await town.Installed.PersonWith(Role.ChiefSafetyRep, town.Municipality);
        return town;
    }

    /// <summary>A small checklist as a file.</summary>
    public static byte[] Yaml(string key, int version, string title = "Brand", string question = "Är vägen ut fri?", string more = "") => Encoding.UTF8.GetBytes(
        $"""
        format: 1
        kind: checklist
        key: {key}
        version: {version}
        title: {title}
        purpose: Ni tar reda på om alla kommer ut.
        minutes: 20
        {more}
        sections:
          - key: ut
            title: Vägen ut
            questions:
              - key: fri
                text: {question}
                help: Gå den.
                category: emergency
                provisions: [afs-2023-1-11]
        """);

    public Task<T> As<T>(Guid person, IRequest<T> request) => School.As(person, request);

    public async Task<string> Refused<T>(Guid person, IRequest<T> request) => Assert.IsType<Outcome<T>.Broken>(await Installed.SendAs(person, request)).Rule;

    public Task<ChecklistLife> Life(string key = Key, Guid? person = null) => As(person ?? Hr, new ReadChecklistLife(School.Unit, key));

    public Task<IReadOnlyList<MyTask>> Tasks(Guid person) => As(person, new MyTasks());

    /// <summary>A draft of the next version of a published checklist, in other words than the last.</summary>
    public async Task<DraftInLife> Draft(string key = Key)
    {
        var id = Guid.CreateVersion7();
        await As(Hr, new StartNextVersion(id, key));
        var draft = (await Life(key)).Draft!;
        var text = Encoding.UTF8.GetString((await As(Hr, new DownloadDraft(id))).Content).Replace("title: Hot och våld", $"title: Hot och våld {draft.Version}", StringComparison.Ordinal);
        await As(Hr, new ReplaceDraft(id, draft.Rev, Encoding.UTF8.GetBytes(text)));
        return (await Life(key)).Draft!;
    }

    public async Task<DraftInLife> Consulted(string key = Key)
    {
        var draft = await Draft(key);
        await As(Hr, new SendForConsultation(draft.Id, draft.Rev, Guid.CreateVersion7()));
        return (await Life(key)).Draft!;
    }

    public async Task<DraftInLife> Answered(string key = Key)
    {
        var draft = await Consulted(key);
        await As(Chief, new AnswerConsultation(draft.Id, draft.ConsultationId!.Value, Guid.CreateVersion7(), "Bra."));
        return (await Life(key)).Draft!;
    }

    /// <summary>The next version, published.</summary>
    public async Task<Guid> Published(DateOnly? validFrom = null, string key = Key)
    {
        var draft = await Answered(key);
        await As(Hr, new PublishDraft(draft.Id, draft.Rev, validFrom ?? School.Today));
        return draft.Id;
    }

    /// <summary>The state that the process of a version, or of a draft, is in.</summary>
    public Task<string> StateOf(Guid version) => Installed.InDatabase(database => (
        from process in database.Processes
        from step in process.Steps
        where process.SubjectId == version && step.State == StepState.Open
        select step.Key).SingleAsync());

    public Task<Guid> VersionId(string key, int version) => Installed.InDatabase(database =>
        database.ChecklistVersions.Where(kept => kept.Key == key && kept.Version == version).Select(kept => kept.Id).SingleAsync());

    /// <summary>How many rows there are of all that publishing writes.</summary>
    public Task<string> Rows() => Installed.InDatabase(async database => string.Join(
        ',',
        await database.ChecklistDrafts.CountAsync(), await database.ChecklistDrafts.SumAsync(draft => draft.Rev), await database.ChecklistConsultations.CountAsync(), await database.ChecklistReplies.CountAsync(),
        await database.ChecklistVersions.CountAsync(), await database.ChecklistReviews.CountAsync(), await database.ChecklistRetirements.CountAsync(), await database.Processes.CountAsync(),
        await database.ProcessEvents.CountAsync(), await database.ProcessTimers.CountAsync(), await database.InboxTasks.CountAsync(), await database.AuditEntries.CountAsync()));

    /// <summary>Goes to a day and lets what is due happen.</summary>
    public async Task GoTo(DateOnly day)
    {
        School.GoTo(day);
        await School.Pump.RunOnce(default);
    }

    public ValueTask DisposeAsync() => School.DisposeAsync();
}
