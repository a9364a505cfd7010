using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Risks;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Measures;

/// <summary>Reads one measure in full.</summary>
[Needs(Permission.ReadMeasures)]
public sealed record ReadMeasure(Guid UnitId, Guid MeasureId) : IQuery<MeasureDetail>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class ReadMeasureValidator : AbstractValidator<ReadMeasure>
{
    public ReadMeasureValidator() => this.HasMeasure();
}

internal sealed class ReadMeasureHandler(ActionPlans plans, InstalledDefinitions definitions, AccessCheck access) : IRequestHandler<ReadMeasure, MeasureDetail>
{
    public async Task<MeasureDetail> Handle(ReadMeasure request, CancellationToken cancellationToken)
    {
        var database = plans.Database;
        var measure = await plans.Find(request, cancellationToken);
        var unit = await database.Units.Where(unit => unit.Id == measure.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken);
        var people = await People(database, measure, cancellationToken);
        return new MeasureDetail(
            measure.Id, measure.UnitId, unit, measure.Rev, measure.Title, measure.Kind, measure.ResponsibleId, people[measure.ResponsibleId], measure.DueOn,
            measure.IsOverdue(plans.Today), measure.Cost, measure.Status, measure.DoneOn, measure.CancelledBecause, measure.Effect, measure.NextCheckOn,
            await Risks(measure, cancellationToken),
            [.. measure.DueDates.OrderBy(moved => moved.At).Select(moved => moved.From)],
            [.. measure.EffectChecks.OrderByDescending(check => check.At).ThenByDescending(check => check.Id)
                .Select(check => new EffectCheckRead(check.Effect, check.Note, check.CheckedOn, check.NextCheckOn, people[check.PersonId]))],
            [.. measure.CarryOvers.Select(carried => carried.FromYear).Order()],
            History(measure, people),
            await access.Reaches(Permission.WriteMeasures, measure.UnitId, cancellationToken));
    }

    private static async Task<Dictionary<Guid, string>> People(DigiSamContext database, Measure measure, CancellationToken stop)
    {
        var ids = measure.Events.Select(happened => happened.PersonId).Concat(measure.DueDates.Select(moved => moved.PersonId))
            .Concat(measure.EffectChecks.Select(check => check.PersonId)).Concat(measure.CarryOvers.Select(carried => carried.PersonId))
            .Append(measure.ResponsibleId).ToHashSet();
        return await database.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);
    }

    private async Task<List<MeasuredRisk>> Risks(Measure measure, CancellationToken stop)
    {
        var ids = measure.Risks.Select(served => served.RiskId).ToList();
        var risks = await plans.Database.Risks.AsNoTracking().Include(risk => risk.Assessments).Where(risk => ids.Contains(risk.Id)).ToListAsync(stop);
        return risks.OrderByDescending(risk => risk.Value).ThenBy(risk => risk.SortKey, StringComparer.Ordinal).ThenBy(risk => risk.Id)
            .Select(risk => new MeasuredRisk(
                risk.Id, risk.Title, risk.Status == RiskStatus.Open, risk.Value, risk.Level,
                risk.Level is null ? null : definitions.Matrices.FirstOrDefault(matrix => matrix.Version == risk.MatrixVersion)?.Level(risk.Level)?.Name ?? risk.Level,
                risk.Serious,
                risk.Assessments.Where(made => made.At <= measure.CreatedAt).OrderByDescending(made => made.At).FirstOrDefault()?.Value))
            .ToList();
    }

    private static List<MeasureHistoryEntry> History(Measure measure, Dictionary<Guid, string> people) =>
    [
        .. measure.Events.OrderBy(happened => happened.Number).Select(happened => new MeasureHistoryEntry(happened.At, happened.Kind switch
            {
                MeasureEventKind.Added => "Tillagd i handlingsplanen",
                MeasureEventKind.Edited => "Ändrad",
                MeasureEventKind.Done => "Klarmarkerad",
                MeasureEventKind.DoneUndone => "Klarmarkeringen ångrad",
                MeasureEventKind.Cancelled => "Struken",
                _ => "Strykningen ångrad",
            }, happened is { Kind: MeasureEventKind.Edited, Text: { } before } ? $"Hette tidigare: {before}" : happened.Text, people[happened.PersonId]))
            .Concat(measure.DueDates.Select(moved => new MeasureHistoryEntry(
                moved.At, $"Sista dagen flyttad från {SwedishDate.Short(moved.From)} till {SwedishDate.Short(moved.To)}", moved.Reason, people[moved.PersonId])))
            .Concat(measure.EffectChecks.Select(check => new MeasureHistoryEntry(
                check.At, $"Effekten kontrollerad: {check.Effect.Swedish().ToLowerInvariant()}", check.Note, people[check.PersonId])))
            .Concat(measure.CarryOvers.Select(carried => new MeasureHistoryEntry(
                carried.At, $"Förd vidare från {carried.FromYear}", carried.Reason, people[carried.PersonId])))
            .OrderBy(entry => entry.At),
    ];
}
