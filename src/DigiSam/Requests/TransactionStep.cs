using System.Data;
using DigiSam.Audit;
using DigiSam.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Requests;

/// <summary>
/// Third step: a command runs behind the write gate in one transaction, as if it were alone (unless it sees to
/// that itself, <see cref="IHoldsWhatItDecidesOn"/>), and its audit entry is committed with it. A dry run is rolled back. Queries pass straight through: on SQLite a transaction would queue them with the writers.
/// </summary>
internal sealed class TransactionStep<TRequest, TResult>(DigiSamContext database, WriteGate gate, AuditTrail audit)
    : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken stop, RequestHandlerDelegate<TResult> next)
    {
        if (request is not ICommand)
            return await next();

        using var turn = await gate.Enter(stop);
        await using var transaction = await database.Database.BeginTransactionAsync(request is IHoldsWhatItDecidesOn ? IsolationLevel.ReadCommitted : IsolationLevel.Serializable, stop);
        var result = await next();
        audit.Record(request);
        await database.SaveChangesAsync(stop);
        if (request is ICanBeTried { DryRun: true })
            await transaction.RollbackAsync(stop);
        else
            await transaction.CommitAsync(stop);
        return result;
    }
}
