using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports.Life;

/// <summary>Opens a locked report again before the meeting, with the reason; what was locked stays in the history.</summary>
[Needs(Permission.LockReport)]
public sealed record UnlockReport(Guid PlaceId, Guid ReportId, string Reason) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class UnlockReportValidator : AbstractValidator<UnlockReport>
{
    public UnlockReportValidator()
    {
        this.HasReport();
        RuleFor(command => command.Reason).NotEmpty().WithMessage("Skriv varför rapporten låses upp.").MaximumLength(2000).WithName("Motiveringen");
    }
}

internal sealed class UnlockReportHandler(Reports reports, ReportCourse course, TimeProvider clock) : IRequestHandler<UnlockReport, Nothing>
{
    public async Task<Nothing> Handle(UnlockReport request, CancellationToken cancellationToken)
    {
        var report = await reports.Find(request, cancellationToken);
        await course.Leave(report, "unlock", () => report.Unlock(request.Reason.Trim(), reports.Actor, clock.GetUtcNow()), cancellationToken);
        return Nothing.Value;
    }
}
