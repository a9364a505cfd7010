using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Processes;
using DigiSam.SamYears;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Running;

namespace DigiSam.Demo.Telling;

/// <summary>The process of a unit's SAM year, run by the same engine as any other, with its timers and what lies in inboxes.</summary>
internal sealed class YearTale(DemoWorld world, DemoUnit unit, UnitRecords records, EventCalendar calendar, int year)
{
    private static readonly ProcessEngine Engine = new();
    private readonly Dictionary<Guid, InboxTask> _inbox = [];
    private Process? _process;
    private SamYear? _samYear;

    /// <summary>The year; null before it has begun.</summary>
    public SamYear? SamYear => _samYear;

    public bool IsOpen(string step) => _process?.Step(step).State == StepState.Open;

    /// <summary>DigiSam starts the year of all units on the same day.</summary>
    public void Begin(Action<DateTimeOffset> begun) => calendar.On(SwedishTime.ToUtc(new DateOnly(year, 1, 7), new TimeOnly(5, 0)), at =>
    {
        var process = new Process(Engine.Plan(world.SamYear, year), new ProcessSubject(year, unit.Id), at);
        _process = world.Numbering.Give(process, at, process.Steps, nameof(ProcessStep.ProcessId));
        _process.Note(ProcessEventKind.Started, null, $"{world.SamYear.Key}/{world.SamYear.Version}", InstallationSetup.Timekeeper, at);
        _samYear = world.Numbering.Give(new SamYear(unit.Id, year, _process.Id, at), at);
        records.Others.AddRange([_process, _samYear]);
        Signal(new ProcessSignal.Start(), InstallationSetup.Timekeeper, at);
        begun(at);
    });

    /// <summary>Someone closes a step; a step that has not opened stays as it is.</summary>
    public void Close(string step, Person person, DateTimeOffset at) => Signal(new ProcessSignal.CloseStep(step, []), person.Id, at);

    private void Signal(ProcessSignal signal, Guid person, DateTimeOffset at)
    {
        var known = _process!.Timers.Count;
        var decisions = Engine.Decide(_process.StateUnder(world.SamYear), signal, SwedishDate.DateIn(at));
        _process.Apply(world.SamYear, decisions, person, at);
        foreach (var timer in _process.Timers.Skip(known).ToList())
            calendar.On(timer.DueAt > at ? timer.DueAt : at, fallen => Fall(timer, fallen));
        foreach (var decision in decisions)
        {
            if (decision is ProcessDecision.TaskWanted wanted)
                Lay(wanted, at);
            else if (decision is ProcessDecision.TasksDone(var done))
                Clear(done, at);
        }
    }

    private void Fall(ProcessTimer timer, DateTimeOffset at)
    {
        if (timer.DoneAt is not null)
            return;
        timer.Finish(at);
        if (_process!.Step(timer.StepKey).Revision == timer.Revision)
            Signal(new ProcessSignal.TimerFell(timer.StepKey, timer.Kind, timer.Level), InstallationSetup.Timekeeper, at);
    }

    private void Lay(ProcessDecision.TaskWanted wanted, DateTimeOffset at)
    {
        var step = world.SamYear.Steps.Single(step => step.Key == wanted.Step);
        var due = _process!.Step(wanted.Step).DueOn;
        var content = world.Wordings.First(wording => wording.DefinitionKey == world.SamYear.Key)
            .Word(new Occasion(wanted.Occasion, step, unit.Id, unit.Place.Name, year, due));
        var (kind, role, place) = wanted.Occasion switch
        {
            TaskOccasion.Escalation => (InboxTaskKind.Escalation, Role.Manager, unit.AdministrationId),
            TaskOccasion.Reminder => (InboxTaskKind.Reminder, Role.Manager, unit.Id),
            TaskOccasion.PartInStep => (InboxTaskKind.Part, Role.SafetyRep, unit.Id),
            _ => (InboxTaskKind.Step, Role.Manager, unit.Id),
        };
        var task = world.Numbering.Give(InboxTask.ForRole(role, place, kind, content, _process, wanted.Step, due, at), at);
        _inbox.Add(task.Id, task);
        records.Inbox.Add(task);
        if (kind is InboxTaskKind.Reminder or InboxTaskKind.Escalation)
            _process.Note(kind == InboxTaskKind.Reminder ? ProcessEventKind.Reminded : ProcessEventKind.Escalated, wanted.Step, content.Text, InstallationSetup.Timekeeper, at);
    }

    private void Clear(string step, DateTimeOffset at)
    {
        foreach (var task in _inbox.Values.Where(task => task.StepKey == step))
            task.Finish(at);
    }
}
