using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Demo.Telling;

/// <summary>
/// DigiSam has begun to follow the unit's risks some weeks ago. Most of those that nothing more was to be done about have been
/// closed then; the others run since, or since something was last done about them, with the reminders and escalations of it.
/// </summary>
internal sealed class RiskProcessTale(DemoWorld world, DemoUnit unit, UnitRecords records)
{
    private static readonly ProcessEngine Engine = new();
    private readonly Dice _dice = world.DiceFor($"risk-processes-{unit.Index}");
    private readonly DateTimeOffset _since = world.Now.AddDays(unit.IsSlow ? -34 : -4 - (((unit.Index * 7) + 8) % 20));
    private readonly IProcessWording _wording = world.Wordings.First(wording => wording.DefinitionKey == RiskCourse.Definition);

    private ProcessDefinition Definition => world.Risk;

    public void Tell()
    {
        var measures = records.Measures.SelectMany(measure => measure.Risks, (measure, served) => (served.RiskId, Measure: measure)).ToLookup(row => row.RiskId, row => row.Measure);
        foreach (var risk in records.Risks)
        {
            var touched = LastTouched(risk, [.. measures[risk.Id]]);
            if (unit.Index > 0 && Facts(risk, measures[risk.Id]).Stage is RiskStage.Assessed or RiskStage.FollowedUp && touched < _since && risk.LiftedBecause is null && _dice.Chance(88))
                Close(risk);
            var facts = Facts(risk, measures[risk.Id]);
            if (facts.IsClosed)
                risk.Stand(RiskStage.Closed, null);
            else
                Run(risk, facts, touched < _since ? _since : touched < world.Now ? touched : world.Now);
        }
    }

    private static RiskFacts Facts(Risk risk, IEnumerable<Measure> measures) => RiskFacts.Of(risk, [.. measures.Select(MeasureFacts.Of)]);

    private void Close(Risk risk)
    {
        var day = SwedishDate.DateIn(_since).AddDays(_dice.Between(0, 3));
        risk.Close(_dice.Pick(world.Texts.Everywhere.Closed), unit.ManagerOn(day).Id, day, EventCalendar.AtWork(day, _dice));
    }

    private static DateTimeOffset LastTouched(Risk risk, IReadOnlyList<Measure> measures) => risk.Events.Select(happened => happened.At)
        .Concat(measures.SelectMany(measure => measure.Events, (_, happened) => happened.At))
        .Concat(measures.SelectMany(measure => measure.DueDates, (_, moved) => moved.At))
        .Concat(measures.SelectMany(measure => measure.EffectChecks, (_, check) => check.At)).Max();

    private void Run(Risk risk, RiskFacts facts, DateTimeOffset at)
    {
        var year = SwedishDate.DateIn(at).Year;
        var process = new Process(Engine.Plan(Definition, year), new ProcessSubject(year, unit.Id, risk.Id), at);
        process = world.Numbering.Give(process, at, process.Steps, nameof(ProcessStep.ProcessId));
        process.Note(ProcessEventKind.Started, null, $"{Definition.Key}/{Definition.Version}", InstallationSetup.Timekeeper, at);
        Signal(process, new ProcessSignal.Start(facts.Stage.Key(), facts.LastDay(Definition)), at);
        while (process.Timers.Where(timer => timer.DoneAt is null && timer.DueAt <= world.Now).MinBy(timer => timer.DueAt) is { } timer)
        {
            var fallen = timer.DueAt > at ? timer.DueAt : at;
            timer.Finish(fallen);
            Signal(process, new ProcessSignal.TimerFell(timer.StepKey, timer.Kind, timer.Level), fallen);
        }

        risk.Stand(facts.Stage, process.Step(facts.Stage.Key()).DueOn);
        records.Others.Add(process);
    }

    private void Signal(Process process, ProcessSignal signal, DateTimeOffset at)
    {
        var decisions = Engine.Decide(process.StateUnder(Definition), signal, SwedishDate.DateIn(at));
        process.Apply(Definition, decisions, InstallationSetup.Timekeeper, at);
        foreach (var wanted in decisions.OfType<ProcessDecision.TaskWanted>())
        {
            if (wanted.Occasion is TaskOccasion.Reminder or TaskOccasion.Escalation)
                Lay(process, wanted, at);
        }
    }

    private void Lay(Process process, ProcessDecision.TaskWanted wanted, DateTimeOffset at)
    {
        var due = process.Step(wanted.Step).DueOn;
        var content = _wording.Word(new Occasion(wanted.Occasion, Definition[wanted.Step], unit.Id, unit.Place.Name, process.Year, due, process.SubjectId));
        var escalated = wanted.Occasion == TaskOccasion.Escalation;
        records.Inbox.Add(world.Numbering.Give(
            InboxTask.ForRole(Role.Manager, escalated ? unit.AdministrationId : unit.Id, escalated ? InboxTaskKind.Escalation : InboxTaskKind.Reminder, content, process, wanted.Step, due, at), at));
        process.Note(escalated ? ProcessEventKind.Escalated : ProcessEventKind.Reminded, wanted.Step, content.Text, InstallationSetup.Timekeeper, at);
    }
}
