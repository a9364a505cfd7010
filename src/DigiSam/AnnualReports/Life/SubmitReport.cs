using DigiSam.Access;
using DigiSam.AnnualReports.Checking;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports.Life;

/// <summary>Hands the completed report in: to the level above, or to the board. Refused when records or figures have changed so that the check finds something new.</summary>
[Needs(Permission.CompleteReport)]
public sealed record SubmitReport(Guid PlaceId, Guid ReportId) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class SubmitReportValidator : AbstractValidator<SubmitReport>
{
    public SubmitReportValidator() => this.HasReport();
}

internal sealed class SubmitReportHandler(Reports reports, ReportChecks checks, ReportCourse course, TimeProvider clock) : IRequestHandler<SubmitReport, Nothing>
{
    public async Task<Nothing> Handle(SubmitReport request, CancellationToken cancellationToken)
    {
        var report = await reports.FindOwn(request, cancellationToken);
        if (report.Status == ReportStatus.Completed)
            (await checks.Of(await reports.Build(report, cancellationToken), cancellationToken)).MustLetThrough();
        await course.Leave(report, "submit", () => report.Submit(reports.Actor, clock.GetUtcNow()), cancellationToken);
        return Nothing.Value;
    }
}
