using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports.Life;

/// <summary>Gives the report the number that its case is registered under (diarienummer), or takes it away; possible from the draft until it is locked.</summary>
[Needs(Permission.WriteReport)]
public sealed record RegisterReport(Guid PlaceId, Guid ReportId, string? CaseNumber) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class RegisterReportValidator : AbstractValidator<RegisterReport>
{
    public RegisterReportValidator()
    {
        this.HasReport();
        RuleFor(command => command.CaseNumber).MaximumLength(100).WithName("Diarienumret");
    }
}

internal sealed class RegisterReportHandler(Reports reports, TimeProvider clock) : IRequestHandler<RegisterReport, Nothing>
{
    public async Task<Nothing> Handle(RegisterReport request, CancellationToken cancellationToken)
    {
        var report = await reports.FindOwn(request, cancellationToken);
        report.Register(request.CaseNumber, reports.Actor, clock.GetUtcNow());
        return Nothing.Value;
    }
}
