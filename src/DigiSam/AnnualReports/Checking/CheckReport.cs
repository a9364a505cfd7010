using DigiSam.Access;
using DigiSam.AnnualReports.Life;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports.Checking;

/// <summary>What does not agree in a report, or should not stand in it, with what has been accepted; nothing is changed.</summary>
[Needs(Permission.ReadReport)]
public sealed record CheckReport(Guid PlaceId, Guid ReportId) : IQuery<CheckedReport>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class CheckReportValidator : AbstractValidator<CheckReport>
{
    public CheckReportValidator() => this.HasReport();
}

internal sealed class CheckReportHandler(Reports reports, ReportChecks checks) : IRequestHandler<CheckReport, CheckedReport>
{
    public async Task<CheckedReport> Handle(CheckReport request, CancellationToken cancellationToken) =>
        await checks.Of(await reports.Build(await reports.Find(request, cancellationToken), cancellationToken), cancellationToken);
}
