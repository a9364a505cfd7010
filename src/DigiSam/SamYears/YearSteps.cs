using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.SamYears.Guards;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>Reads the steps of a year with what is missing and what was said of them.</summary>
internal sealed class YearSteps(DigiSamContext database, InstalledProcesses installed, YearGuards guards, TimeProvider clock)
{
    public async Task<IReadOnlyList<YearStep>> Of(SamYear year, Process process, CancellationToken stop)
    {
        var words = await (
            from word in database.StepInvolvements
            join person in database.People on word.PersonId equals person.Id
            where word.SamYearId == year.Id
            orderby word.At, word.Id
            select new { word.StepKey, word.PersonId, Said = new RepWord(person.Name, word.TookPart, word.DifferingView, word.At) }).ToListAsync(stop);
        var absences = await (
            from absence in database.StepAbsences
            join person in database.People on absence.PersonId equals person.Id
            where absence.SamYearId == year.Id
            orderby absence.At, absence.Id
            select new { absence.StepKey, Said = new AbsenceWord(person.Name, absence.Reason, absence.At) }).ToListAsync(stop);
        var closers = process.Steps.Select(step => step.ClosedBy).OfType<Guid>().ToList();
        var names = await database.People.Where(person => closers.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);

        var definition = installed.Of(process);
        var steps = new List<YearStep>();
        foreach (var step in definition.Steps)
        {
            steps.Add(Read(
                step, process.Step(step.Key), process.Status != ProcessStatus.Suspended, names,
                process.Step(step.Key).State == StepState.Open ? await guards.Unmet(year, step, stop) : [],
                [.. words.Where(word => word.StepKey == step.Key).GroupBy(word => word.PersonId).Select(said => said.Last().Said)],
                absences.LastOrDefault(absence => absence.StepKey == step.Key)?.Said,
                [.. definition.Steps.Where(other => Holds(definition, process, other, step)).Select(other => other.Title)]));
        }

        return steps;
    }

    /// <summary>Whether the other step keeps this one from opening.</summary>
    private static bool Holds(ProcessDefinition definition, Process process, StepDefinition other, StepDefinition step) => process.Step(other.Key).State switch
    {
        StepState.Open => other.Key != step.Key && !definition.MayRunSideBySide(other.Key, step.Key),
        StepState.Waiting => other.Transitions.Contains(step.Key),
        _ => false,
    };

    private YearStep Read(
        StepDefinition definition, ProcessStep step, bool goes, Dictionary<Guid, string> names, IReadOnlyList<UnmetGuard> unmet, IReadOnlyList<RepWord> words, AbsenceWord? absence,
        IReadOnlyList<string> waitsFor) => new(
        step.Key, definition.Title, definition.Help, step.State, step.OpensOn, step.DueOn, step.OpenedAt, step.ClosedAt,
        step.ClosedBy is { } closer ? names.GetValueOrDefault(closer) : null,
        goes && step.State == StepState.Open && step.DueOn < SwedishDate.Today(clock),
        definition.Humans.Any(human => human.With.Contains(Role.SafetyRep.Code())),
        definition.Guards.Contains(YearGuards.Involvement),
        definition.Guards.Contains(YearGuards.FollowUp),
        waitsFor,
        unmet, words, absence);
}
