using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>How many open risks stand in each cell of the matrix, in a place and everything below it.</summary>
[Needs(Permission.ReadRisks)]
public sealed record RiskHeatMap(Guid PlaceId) : IQuery<HeatMap>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>The matrix, filled. <paramref name="Cells"/> holds all sixteen; <paramref name="Unassessed"/> stand in none.</summary>
public sealed record HeatMap(RiskMatrix Matrix, IReadOnlyList<HeatMapCell> Cells, int Unassessed, int Serious)
{
    public HeatMapCell Cell(int likelihood, int consequence) => Cells.First(cell => cell.Likelihood == likelihood && cell.Consequence == consequence);
}

public sealed record HeatMapCell(int Likelihood, int Consequence, RiskLevel Level, int Count, int Serious)
{
    public int Value => Likelihood * Consequence;
}

internal sealed class RiskHeatMapValidator : AbstractValidator<RiskHeatMap>
{
    public RiskHeatMapValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class RiskHeatMapHandler(RiskRegister register) : IRequestHandler<RiskHeatMap, HeatMap>
{
    public async Task<HeatMap> Handle(RiskHeatMap request, CancellationToken cancellationToken)
    {
        var counts = await (await register.Database.Risks.InPlace(register.Database, request.PlaceId, register.Today, risk => risk.UnitId, cancellationToken))
            .Where(risk => risk.Status == RiskStatus.Open)
            .GroupBy(risk => new { risk.Likelihood, risk.Consequence })
            .Select(cell => new { cell.Key.Likelihood, cell.Key.Consequence, Count = cell.Count(), Serious = cell.Count(risk => risk.Serious == true) })
            .ToListAsync(cancellationToken);
        var steps = Enumerable.Range(1, RiskMatrix.Size).ToList();
        return new HeatMap(
            register.Matrix,
            [
                .. from likelihood in steps
                   from consequence in steps
                   let count = counts.Find(cell => cell.Likelihood == likelihood && cell.Consequence == consequence)
                   select new HeatMapCell(likelihood, consequence, register.Matrix.LevelOf(likelihood, consequence), count?.Count ?? 0, count?.Serious ?? 0),
            ],
            counts.Find(cell => cell.Likelihood is null)?.Count ?? 0,
            counts.Sum(cell => cell.Serious));
    }
}
