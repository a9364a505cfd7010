using System.Security.Cryptography;
using DigiSam.Access;
using DigiSam.AnnualReports.Documents;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>A report as a file.</summary>
/// <param name="IsStored">It is what was locked for a meeting, byte for byte; else it was made now.</param>
public sealed record ReportFile(string FileName, string ContentType, byte[] Content, string Sha256, bool IsStored);

/// <summary>
/// The report as a file in a format ("docx" or "json"): as it was stored when it is locked or decided, else as it stands now.
/// <paramref name="Locking"/> asks for the documents of an earlier locking.
/// </summary>
[Needs(Permission.ReadReport)]
public sealed record DownloadReport(Guid PlaceId, Guid ReportId, string Format, int? Locking = null) : IQuery<ReportFile>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class DownloadReportValidator : AbstractValidator<DownloadReport>
{
    public DownloadReportValidator()
    {
        this.HasReport();
        RuleFor(query => query.Format).Must(ReportFiles.Formats.ContainsKey).WithMessage("Rapporten finns som docx och json.");
    }
}

internal sealed class DownloadReportHandler(DigiSamContext database, Reports reports) : IRequestHandler<DownloadReport, ReportFile>
{
    public async Task<ReportFile> Handle(DownloadReport request, CancellationToken cancellationToken)
    {
        var report = await reports.Find(request, cancellationToken);
        var locking = request.Locking ?? (report.Status is ReportStatus.Locked or ReportStatus.Decided ? report.Locking : null);
        if (locking is not null)
        {
            var stored = await database.AnnualReportDocuments.AsNoTracking()
                .SingleOrDefaultAsync(document => document.ReportId == report.Id && document.Locking == locking && document.Format == request.Format, cancellationToken)
                ?? throw new ReportIsUnknown();
            return new ReportFile(stored.FileName, ReportFiles.ContentType(request.Format), stored.Content, stored.Sha256, IsStored: true);
        }

        var content = (await reports.Build(report, cancellationToken)).Content;
        var bytes = ReportFiles.Formats[request.Format](content);
        return new ReportFile(
            $"{ReportFiles.NameOf(content)}-utkast.{request.Format}", ReportFiles.ContentType(request.Format), bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), IsStored: false);
    }
}
