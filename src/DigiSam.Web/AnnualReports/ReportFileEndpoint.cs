using DigiSam.AnnualReports.Life;
using DigiSam.Requests;
using DigiSam.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DigiSam.Web.AnnualReports;

/// <summary>Sends a report as a file.</summary>
internal static class ReportFileEndpoint
{
    public static void MapReportFiles(this WebApplication app) => app.MapGet(
        "/rapporter/{report:guid}/fil/{place:guid}/{format}",
        async (Guid report, Guid place, string format, [FromQuery(Name = "lasning")] int? locking, HttpContext http, RequestSender sender, CancellationToken stop) =>
            SignedInPerson.Of(http) is not { } person
                ? Results.Unauthorized()
                : await sender.Send(person.Id, new DownloadReport(place, report, format, locking), stop) is Outcome<ReportFile>.Done(var file)
                    ? Results.File(file.Content, file.ContentType, file.FileName)
                    : Results.NotFound());
}
