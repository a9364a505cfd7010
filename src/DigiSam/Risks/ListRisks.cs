using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Measures;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>A risk as a list shows it. <paramref name="Level"/> is the level's name, <paramref name="LevelKey"/> what it is filtered by.</summary>
/// <param name="OpenMeasures">Measures against it that are not done.</param>
public sealed record RiskRow(
    Guid Id, Guid UnitId, string Unit, string Title, RiskCategory Category, RiskSource Source, DateOnly FoundOn, RiskStatus Status,
    int? Value, string? LevelKey, string? Level, bool? Serious, DateOnly? AssessedOn, bool Lifted, int OpenMeasures);

/// <summary>The risk register of a place and everything below it: filtered, sorted and cut into pages in the database.</summary>
[Needs(Permission.ReadRisks)]
public sealed record ListRisks(Guid PlaceId, RiskFilter Filter, RiskSort Sort = RiskSort.Value, int Page = 1) : IQuery<PageOf<RiskRow>>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListRisksValidator : AbstractValidator<ListRisks>
{
    public ListRisksValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Page).GreaterThan(0).WithName("Sidan");
        RuleFor(query => query.Sort).IsInEnum().WithName("Ordningen");
        RuleFor(query => query.Filter.Search).MaximumLength(200).WithName("Sökningen");
    }
}

internal sealed class ListRisksHandler(RiskRegister register) : IRequestHandler<ListRisks, PageOf<RiskRow>>
{
    public async Task<PageOf<RiskRow>> Handle(ListRisks request, CancellationToken cancellationToken)
    {
        var inPlace = await register.Database.Risks.AsNoTracking().InPlace(register.Database, request.PlaceId, register.Today, risk => risk.UnitId, cancellationToken);
        var chosen = request.Filter.On(inPlace);
        var total = await chosen.CountAsync(cancellationToken);
        var page = await RiskRows.Sorted(register.Database, chosen, request.Sort).Select(risk => risk.Id).Page(
            ids => RiskRows.Of(register.Database, register.Database.Risks.AsNoTracking().Where(risk => ids.Contains(risk.Id))), read => read.Row.Id, request.Page, total, cancellationToken);
        return page.InWords(register);
    }
}

internal static class RiskRows
{
    public static IOrderedQueryable<Risk> Sorted(DigiSamContext database, IQueryable<Risk> risks, RiskSort sort) => sort switch
    {
        RiskSort.UnassessedFirst => risks.OrderBy(risk => risk.Value != null).ThenByDescending(risk => risk.Value).ThenBy(risk => risk.FoundOn).ThenBy(risk => risk.Id),
        RiskSort.Found => risks.OrderByDescending(risk => risk.FoundOn).ThenByDescending(risk => risk.Id),
        RiskSort.Title => risks.OrderBy(risk => risk.SortKey).ThenBy(risk => risk.Id),
        RiskSort.Unit => risks.OrderBy(risk => database.Units.First(unit => unit.Id == risk.UnitId).SortKey).ThenByDescending(risk => risk.Value).ThenBy(risk => risk.Id),
        _ => risks.OrderByDescending(risk => risk.Value).ThenByDescending(risk => risk.Serious).ThenByDescending(risk => risk.Id),
    };

    /// <summary>The rows as they are shown, but with the key of the level for its name.</summary>
    public static IQueryable<RiskRowRead> Of(DigiSamContext database, IQueryable<Risk> risks) => risks.Select(risk => new RiskRowRead(
        new RiskRow(
            risk.Id, risk.UnitId, database.Units.First(unit => unit.Id == risk.UnitId).Name, risk.Title, risk.Category, risk.Source, risk.FoundOn, risk.Status,
            risk.Value, risk.Level, null, risk.Serious, risk.AssessedOn, risk.LiftedBecause != null,
            database.Set<MeasureRisk>().Count(served => served.RiskId == risk.Id
                && database.Measures.Any(measure => measure.Id == served.MeasureId && measure.Status == MeasureStatus.Planned))),
        risk.MatrixVersion));

    public static RiskRow InWords(this RiskRowRead read, RiskRegister register) =>
        read.Row with { Level = register.LevelName(read.MatrixVersion, read.Row.LevelKey) };

    public static PageOf<RiskRow> InWords(this PageOf<RiskRowRead> page, RiskRegister register) =>
        new([.. page.Rows.Select(read => read.InWords(register))], page.Total, page.Number, page.Size);
}

/// <summary>A row and the version of the matrix that names its level.</summary>
internal sealed record RiskRowRead(RiskRow Row, int? MatrixVersion);
