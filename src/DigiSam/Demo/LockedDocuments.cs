using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Building;
using DigiSam.AnnualReports.Documents;
using DigiSam.Demo.Writing;

namespace DigiSam.Demo;

/// <summary>The files that went out with the meeting notices: each locked report as it is built from what has been written.</summary>
internal sealed class LockedDocuments(ReportBuilder builder)
{
    public async Task<IReadOnlyList<object>> Of(IEnumerable<AnnualReport> reports, Numbering numbering, CancellationToken stop)
    {
        var documents = new List<object>();
        foreach (var report in reports.Where(report => report.LockedAt is not null))
        {
            var content = (await builder.Build(report.ReportYear, report.PlaceId, stop)).Content;
            foreach (var (format, write) in ReportFiles.Formats)
                documents.Add(numbering.Give(new AnnualReportDocument(report, format, $"{ReportFiles.NameOf(content)}.{format}", write(content), report.LockedAt!.Value), report.LockedAt.Value));
        }

        return documents;
    }
}
