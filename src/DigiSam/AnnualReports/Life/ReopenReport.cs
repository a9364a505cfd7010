using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports.Life;

/// <summary>Takes completion, or submission, back: the report is a draft again.</summary>
[Needs(Permission.CompleteReport)]
public sealed record ReopenReport(Guid PlaceId, Guid ReportId) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ReopenReportValidator : AbstractValidator<ReopenReport>
{
    public ReopenReportValidator() => this.HasReport();
}

internal sealed class ReopenReportHandler(Reports reports, ReportCourse course, TimeProvider clock) : IRequestHandler<ReopenReport, Nothing>
{
    public async Task<Nothing> Handle(ReopenReport request, CancellationToken cancellationToken)
    {
        var report = await reports.FindOwn(request, cancellationToken);
        await course.Leave(report, "reopen", () => report.Reopen(reports.Actor, clock.GetUtcNow()), cancellationToken);
        return Nothing.Value;
    }
}
