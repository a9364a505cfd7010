using DigiSam.Access;
using DigiSam.Requests;
using MediatR;

namespace DigiSam.Risks;

/// <summary>The matrix that new assessments are made with.</summary>
[Needs(Permission.ReadRisks)]
public sealed record ReadRiskMatrix : IQuery<RiskMatrix>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

internal sealed class ReadRiskMatrixHandler(RiskRegister register) : IRequestHandler<ReadRiskMatrix, RiskMatrix>
{
    public Task<RiskMatrix> Handle(ReadRiskMatrix request, CancellationToken cancellationToken) => Task.FromResult(register.Matrix);
}
