using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// Records what the board decided on the locked report. A returned report (återremiss) becomes a draft again, as its next
/// version; what was locked and decided stays.
/// </summary>
[Needs(Permission.DecideReport)]
public sealed record DecideReport(Guid PlaceId, Guid ReportId, Guid Id, DateOnly Date, string Paragraph, DecisionKind Kind) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class DecideReportValidator : AbstractValidator<DecideReport>
{
    public DecideReportValidator()
    {
        this.HasReport();
        RuleFor(command => command.Id).NotEmpty().WithName("Beslutets id");
        RuleFor(command => command.Date.Year).InclusiveBetween(2000, 2100).WithMessage("Ange dagen för beslutet.");
        RuleFor(command => command.Paragraph).NotEmpty().WithMessage("Skriv beslutets paragraf, till exempel § 42.").MaximumLength(50).WithName("Paragrafen");
        RuleFor(command => command.Kind).IsInEnum().WithName("Beslutet");
    }
}

internal sealed class DecideReportHandler(Reports reports, ReportCourse course, TimeProvider clock) : IRequestHandler<DecideReport, Nothing>
{
    public async Task<Nothing> Handle(DecideReport request, CancellationToken cancellationToken)
    {
        var report = await reports.Find(request, cancellationToken);
        var (now, today) = (clock.GetUtcNow(), SwedishDate.Today(clock));
        var decision = new BoardDecision(request.Id, report, request.Date, request.Paragraph, request.Kind, reports.Actor, now);
        await course.Leave(report, request.Kind == DecisionKind.Returned ? "return" : "decide", () => report.Decide(decision, today), cancellationToken);
        return Nothing.Value;
    }
}
