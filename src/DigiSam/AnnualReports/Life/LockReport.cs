using DigiSam.Access;
using DigiSam.AnnualReports.Documents;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// Locks the report of a board or the municipality for the meeting notice: its documents are made once, stored with their
/// SHA-256, and are what is downloaded from then on, whatever happens to the records.
/// </summary>
[Needs(Permission.LockReport)]
public sealed record LockReport(Guid PlaceId, Guid ReportId) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class LockReportValidator : AbstractValidator<LockReport>
{
    public LockReportValidator() => this.HasReport();
}

internal sealed class LockReportHandler(DigiSamContext database, Reports reports, ReportCourse course, TimeProvider clock) : IRequestHandler<LockReport, Nothing>
{
    public async Task<Nothing> Handle(LockReport request, CancellationToken cancellationToken)
    {
        var report = await reports.Find(request, cancellationToken);
        var now = clock.GetUtcNow();
        var locked = false;
        await course.Leave(report, "lock", () => locked = report.Lock(reports.Actor, now), cancellationToken);
        if (!locked)
            return Nothing.Value;
        var content = (await reports.Build(report, cancellationToken)).Content;
        foreach (var (format, write) in ReportFiles.Formats)
            database.AnnualReportDocuments.Add(new AnnualReportDocument(report, format, $"{ReportFiles.NameOf(content)}.{format}", write(content), now));
        return Nothing.Value;
    }
}
