using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports.Life;

/// <summary>A committee has treated the completed report: the day, what was said, and where its minutes are (AML 6 kap. 9 §).</summary>
[Needs(Permission.WriteReport)]
public sealed record RecordCommitteeTreatment(Guid PlaceId, Guid ReportId, Guid Id, string Committee, DateOnly Date, string? Views, string? ProtocolReference) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class RecordCommitteeTreatmentValidator : AbstractValidator<RecordCommitteeTreatment>
{
    public RecordCommitteeTreatmentValidator()
    {
        this.HasReport();
        RuleFor(command => command.Id).NotEmpty().WithName("Anteckningens id");
        RuleFor(command => command.Committee).NotEmpty().WithMessage("Skriv vilken samverkansgrupp eller skyddskommitté som behandlade rapporten.").MaximumLength(200).WithName("Samverkansgruppen");
        RuleFor(command => command.Date.Year).InclusiveBetween(2000, 2100).WithMessage("Ange dagen för samverkan.");
        RuleFor(command => command.Views).MaximumLength(8000).WithName("Synpunkterna");
        RuleFor(command => command.ProtocolReference).MaximumLength(200).WithName("Protokollet");
    }
}

internal sealed class RecordCommitteeTreatmentHandler(Reports reports, ReportCourse course, TimeProvider clock) : IRequestHandler<RecordCommitteeTreatment, Nothing>
{
    public async Task<Nothing> Handle(RecordCommitteeTreatment request, CancellationToken cancellationToken)
    {
        var report = await reports.FindOwn(request, cancellationToken);
        var (now, today) = (clock.GetUtcNow(), SwedishDate.Today(clock));
        var treatment = new CommitteeTreatment(request.Id, report, request.Committee, request.Date, request.Views, request.ProtocolReference, reports.Actor, now, today);
        await course.Leave(report, "treat", () => report.Record(treatment), cancellationToken);
        return Nothing.Value;
    }
}
