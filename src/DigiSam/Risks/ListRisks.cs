using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Measures;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Risks.Life;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>A risk as a list shows it. <paramref name="Level"/> is the level's name, <paramref name="LevelKey"/> what it is filtered by.</summary>
/// <param name="StageDueOn">The last day of what is to be done next; null when there is none.</param>
/// <param name="OpenMeasures">Measures against it that are not done.</param>
/// <param name="IsPaused">Its process stands still; it is not late then.</param>
public sealed record RiskRow(
    Guid Id, Guid UnitId, string Unit, string Title, RiskCategory Category, RiskSource Source, DateOnly FoundOn, RiskStatus Status, RiskStage Stage, DateOnly? StageDueOn,
    int? Value, string? LevelKey, string? Level, bool? Serious, DateOnly? AssessedOn, bool Lifted, int OpenMeasures, bool IsPaused);

/// <summary>The risk register of a place and everything below it: filtered, sorted and cut into pages in the database.</summary>
/// <param name="From">The mark of a page (see <see cref="PageByKey{T}"/>); the first one when null.</param>
[Needs(Permission.ReadRisks)]
public sealed record ListRisks(Guid PlaceId, RiskFilter Filter, RiskSort Sort = RiskSort.Value, string? From = null) : IQuery<PageByKey<RiskRow>>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListRisksValidator : AbstractValidator<ListRisks>
{
    public ListRisksValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Sort).IsInEnum().WithName("Ordningen");
        RuleFor(query => query.Filter.Search).MaximumLength(200).WithName("Sökningen");
    }
}

internal sealed class ListRisksHandler(RiskRegister register) : IRequestHandler<ListRisks, PageByKey<RiskRow>>
{
    public async Task<PageByKey<RiskRow>> Handle(ListRisks request, CancellationToken cancellationToken)
    {
        var inPlace = await register.Database.Risks.AsNoTracking().InPlace(register.Database, request.PlaceId, register.Today, risk => risk.UnitId, cancellationToken);
        var chosen = request.Filter.On(inPlace, register.Database, register.Today);
        var page = request.Sort == RiskSort.Unit
            ? await chosen.WithUnits(register.Database, risk => risk.UnitId).PageByKey(RiskRows.ByUnit, request.From, Read, read => read.Row.Id, cancellationToken, counted: chosen)
            : await chosen.PageByKey(RiskRows.Order(request.Sort), request.From, Read, read => read.Row.Id, cancellationToken);
        return page.With<RiskRow>([.. page.Rows.Select(read => read.InWords(register))]);

        IQueryable<RiskRowRead> Read(IReadOnlyList<Guid> ids) => RiskRows.Of(register.Database, register.Database.Risks.AsNoTracking().Where(risk => ids.Contains(risk.Id)));
    }
}

internal static class RiskRows
{
    public static readonly RowOrder<InUnit<Risk>> ByUnit =
        RowOrder<InUnit<Risk>>.By(found => found.SortKey).Then(found => found.Row.Rank, descending: true).Then(found => found.Row.Id, descending: true);

    public static RowOrder<Risk> Order(RiskSort sort) => sort switch
    {
        RiskSort.Found => RowOrder<Risk>.By(risk => risk.FoundOn, descending: true).Then(risk => risk.Id, descending: true),
        RiskSort.Title => RowOrder<Risk>.By(risk => risk.SortKey).Then(risk => risk.Id),
        _ => RowOrder<Risk>.By(risk => risk.Rank, descending: true).Then(risk => risk.Id, descending: true),
    };

    /// <summary>The rows as they are shown, but with the key of the level for its name.</summary>
    public static IQueryable<RiskRowRead> Of(DigiSamContext database, IQueryable<Risk> risks) => risks.Select(risk => new RiskRowRead(
        new RiskRow(
            risk.Id, risk.UnitId, database.Units.First(unit => unit.Id == risk.UnitId).Name, risk.Title, risk.Category, risk.Source, risk.FoundOn, risk.Status, risk.Stage,
            risk.StageDueOn == DateOnly.MaxValue ? null : risk.StageDueOn, risk.Value, risk.Level, null, risk.Serious, risk.AssessedOn, risk.LiftedBecause != null,
            database.Set<MeasureRisk>().Count(served => served.RiskId == risk.Id
                && database.Measures.Any(measure => measure.Id == served.MeasureId && measure.Status == MeasureStatus.Planned)),
            database.Processes.Any(process => process.SubjectId == risk.Id && process.DefinitionKey == RiskCourse.Definition && process.Status == ProcessStatus.Suspended)),
        risk.MatrixVersion));

    public static RiskRow InWords(this RiskRowRead read, RiskRegister register) =>
        read.Row with { Level = register.LevelName(read.MatrixVersion, read.Row.LevelKey) };
}

/// <summary>A row and the version of the matrix that names its level.</summary>
internal sealed record RiskRowRead(RiskRow Row, int? MatrixVersion);
