using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// The place of a report that lies somewhere in a place, for addresses that name the report alone. Fails with
/// <see cref="ReportIsUnknown"/> when it lies elsewhere or does not exist.
/// </summary>
[Needs(Permission.ReadReport)]
public sealed record FindReport(Guid PlaceId, Guid ReportId) : IQuery<Guid>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class FindReportValidator : AbstractValidator<FindReport>
{
    public FindReportValidator() => this.HasReport();
}

internal sealed class FindReportHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<FindReport, Guid>
{
    public async Task<Guid> Handle(FindReport request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var place = await database.AnnualReports
            .Where(report => report.Id == request.ReportId
                && (database.Municipalities.Any(whole => whole.Id == request.PlaceId)
                    || database.PlaceScopes.Any(scope => scope.AncestorId == request.PlaceId && scope.DescendantId == report.PlaceId
                        && scope.ValidFrom <= today && today <= scope.ValidTo)))
            .Select(report => (Guid?)report.PlaceId)
            .SingleOrDefaultAsync(cancellationToken);
        return place ?? throw new ReportIsUnknown();
    }
}
