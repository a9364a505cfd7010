using DigiSam.Checklists.Life;
using DigiSam.Requests;
using DigiSam.Web.Access;
using DigiSam.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace DigiSam.Web.Checklists;

/// <summary>Sends checklists as the files they are kept as, byte for byte.</summary>
internal static class ChecklistFileEndpoint
{
    public static void MapChecklistFiles(this WebApplication app)
    {
        app.MapGet(
            "/checklistor/{key}/{version:int}/fil",
            async (string key, int version, HttpContext http, RequestSender sender, Standpoints standpoints, CancellationToken stop) =>
                await standpoints.Of(http) is { } where ? await Send(sender, where.Person.Id, new DownloadChecklist(where.Place.Id, key, version), stop) : Results.NotFound());
        app.MapGet(
            "/checklistor/utkast/{draft:guid}/fil",
            async (Guid draft, [FromQuery(Name = "samrad")] Guid? consultation, HttpContext http, RequestSender sender, CancellationToken stop) =>
                SignedInPerson.Of(http) is { } person ? await Send(sender, person.Id, new DownloadDraft(draft, consultation), stop) : Results.Unauthorized());
    }

    private static async Task<IResult> Send(RequestSender sender, Guid person, IQuery<ChecklistDownload> asked, CancellationToken stop) =>
        await sender.Send(person, asked, stop) is Outcome<ChecklistDownload>.Done(var file)
            ? Results.File(file.Content, "application/yaml", file.FileName)
            : Results.NotFound();
}
