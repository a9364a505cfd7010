using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// The safety representative says "Har medverkat" or "Avstår" of a completed report, and may add a differing view, which stands
/// word for word beside it all the way to the board (AFS 2023:1 6 §). It approves nothing and stops nothing.
/// </summary>
[Needs(Permission.StateInvolvement)]
public sealed record StateReportInvolvement(Guid PlaceId, Guid ReportId, Guid Id, bool TookPart, string? DifferingView) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class StateReportInvolvementValidator : AbstractValidator<StateReportInvolvement>
{
    public StateReportInvolvementValidator()
    {
        this.HasReport();
        RuleFor(command => command.Id).NotEmpty().WithName("Uppgiftens id");
        RuleFor(command => command.DifferingView).MaximumLength(8000).WithName("Texten under Annan uppfattning");
    }
}

internal sealed class StateReportInvolvementHandler(Reports reports, TimeProvider clock) : IRequestHandler<StateReportInvolvement, Nothing>
{
    public async Task<Nothing> Handle(StateReportInvolvement request, CancellationToken cancellationToken)
    {
        var report = await reports.Find(request, cancellationToken);
        report.StateInvolvement(new AnnualReportInvolvement(request.Id, report, request.TookPart, request.DifferingView, reports.Actor, clock.GetUtcNow()));
        return Nothing.Value;
    }
}
