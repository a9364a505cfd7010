using System.Globalization;
using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Measures;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.Risks.Life;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>Reads one risk in full.</summary>
[Needs(Permission.ReadRisks)]
public sealed record ReadRisk(Guid UnitId, Guid RiskId) : IQuery<RiskDetail>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class ReadRiskValidator : AbstractValidator<ReadRisk>
{
    public ReadRiskValidator() => this.HasRisk();
}

internal sealed class ReadRiskHandler(RiskRegister register, InstalledProcesses processes, AccessCheck access) : IRequestHandler<ReadRisk, RiskDetail>
{
    public async Task<RiskDetail> Handle(ReadRisk request, CancellationToken cancellationToken)
    {
        var database = register.Database;
        var risk = await database.Risks.AsNoTracking().Include(risk => risk.Assessments).Include(risk => risk.Events).AsSplitQuery()
            .SingleOrDefaultAsync(risk => risk.Id == request.RiskId && risk.UnitId == request.UnitId, cancellationToken) ?? throw new RiskIsUnknown();
        var unit = await database.Units.Where(unit => unit.Id == risk.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken);
        var ids = risk.Assessments.Select(made => made.AssessedBy).Concat(risk.Events.Select(happened => happened.PersonId)).ToHashSet();
        var people = await database.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return new RiskDetail(
            risk.Id, risk.UnitId, unit, risk.Rev, risk.Title, risk.Description, risk.Category, risk.Status, risk.FoundOn,
            risk.ClosedOn, risk.ClosedBecause, risk.LiftedOn, risk.LiftedBecause, await FoundIn(risk, cancellationToken),
            [.. risk.Assessments.OrderByDescending(made => made.At).ThenByDescending(made => made.Id).Select(made => InWords(made, people))],
            await Measures(risk, cancellationToken), History(risk, people), register.Matrix,
            await Standing(risk, cancellationToken), await access.Reaches(Permission.WriteRisks, risk.UnitId, cancellationToken));
    }

    private async Task<RiskStanding> Standing(Risk risk, CancellationToken stop)
    {
        var process = await register.Database.Processes.Where(process => process.SubjectId == risk.Id && process.DefinitionKey == RiskCourse.Definition)
            .Select(process => new { process.DefinitionVersion, process.Status }).SingleOrDefaultAsync(stop);
        var due = risk.StageDueOn == DateOnly.MaxValue ? null : risk.StageDueOn;
        var next = process is null || risk.Status == RiskStatus.Closed ? null : processes.Find(RiskCourse.Definition, process.DefinitionVersion)?.Find(risk.Stage.Key())?.Help;
        return new RiskStanding(
            risk.Status == RiskStatus.Closed ? RiskStage.Closed : risk.Stage, due, due < register.Today && process?.Status != Workflows.Running.ProcessStatus.Suspended, next, process?.Status == Workflows.Running.ProcessStatus.Suspended, process is not null);
    }

    private async Task<RiskFoundIn> FoundIn(Risk risk, CancellationToken stop)
    {
        var database = register.Database;
        if (risk.ObservationId is { } observationId)
        {
            var text = await database.Observations.Where(seen => seen.Id == observationId).Select(seen => seen.Text).SingleAsync(stop);
            return new RiskFoundIn(risk.Source, ObservationId: observationId, Observation: text);
        }

        if (risk.RoundId is not { } roundId)
            return new RiskFoundIn(risk.Source);
        var version = await database.ChecklistVersions.AsNoTracking()
            .SingleAsync(version => database.SafetyRounds.Any(round => round.Id == roundId && round.ChecklistVersionId == version.Id), stop);
        var checklist = ChecklistFile.Read(version);
        return new RiskFoundIn(risk.Source, roundId, checklist.Title, checklist.Questions.FirstOrDefault(question => question.Key == risk.QuestionKey)?.Text);
    }

    private RiskAssessmentRead InWords(RiskAssessment made, Dictionary<Guid, string> people)
    {
        var matrix = register.MatrixOf(made.MatrixVersion);
        var level = matrix.Level(made.Level);
        return new RiskAssessmentRead(
            made.Value, made.Level, level?.Name ?? made.Level, level?.Advice ?? "", matrix.LikelihoodInWords(made.Likelihood), matrix.ConsequenceInWords(made.Consequence),
            made.Serious, made.Reason, people[made.AssessedBy], made.AssessedOn, made.MatrixVersion);
    }

    private async Task<IReadOnlyList<RiskMeasureRead>> Measures(Risk risk, CancellationToken stop)
    {
        var database = register.Database;
        var today = register.Today;
        return await (
            from served in database.Set<MeasureRisk>()
            join measure in database.Measures on served.MeasureId equals measure.Id
            join person in database.People on measure.ResponsibleId equals person.Id
            where served.RiskId == risk.Id
            orderby measure.DueOn, measure.Id
            select new RiskMeasureRead(
                measure.Id, measure.Title, measure.Status, measure.DueOn, measure.Status == MeasureStatus.Planned && measure.DueOn < today, measure.DoneOn,
                person.Name, measure.Effect, measure.NextCheckOn)).ToListAsync(stop);
    }

    private List<RiskHistoryEntry> History(Risk risk, Dictionary<Guid, string> people)
    {
        var assessments = new Queue<RiskAssessment>(risk.Assessments.OrderBy(made => made.At).ThenBy(made => made.Id));
        var history = new List<RiskHistoryEntry>();
        foreach (var happened in risk.Events.OrderBy(happened => happened.Number))
        {
            var assessment = happened.Kind == RiskEventKind.Assessed && assessments.Count > 0 ? assessments.Dequeue() : null;
            var (what, text) = (happened.Kind, assessment) switch
            {
                (RiskEventKind.Assessed, { } made) => (string.Create(CultureInfo.InvariantCulture,
                    $"Bedömd till {made.Value} {register.LevelName(made.MatrixVersion, made.Level)}{(made.Serious ? ", allvarlig" : "")}"), made.Reason),
                (RiskEventKind.Added, _) => (risk.Source is RiskSource.Round or RiskSource.Observation ? $"Tillagd från {risk.Source.Swedish().ToLowerInvariant()}" : "Tillagd", happened.Text),
                (RiskEventKind.Edited, _) => ("Ändrad", happened.Text is null ? null : $"Hette tidigare: {happened.Text}"),
                (RiskEventKind.Closed, _) => ("Stängd", happened.Text),
                (RiskEventKind.Reopened, _) => ("Öppnad igen", happened.Text),
                (RiskEventKind.Lifted, _) => ("Lyft till nämnden", happened.Text),
                (RiskEventKind.LiftUndone, _) => ("Inte längre lyft till nämnden", happened.Text),
                _ => ("Bedömd", happened.Text),
            };
            history.Add(new RiskHistoryEntry(happened.At, what, text, people[happened.PersonId]));
        }

        return history;
    }
}
