using System.Globalization;
using DigiSam.Requests;
using DigiSam.SickLeave.Documents;
using DigiSam.Web.Access;

namespace DigiSam.Web.SickLeave;

/// <summary>Sends the documents about sick leave.</summary>
internal static class BriefingEndpoint
{
    private static readonly Dictionary<string, BriefingKind> Kinds = new() { ["manadsbilaga"] = BriefingKind.Board, ["tertial"] = BriefingKind.Tertial };

    public static string Address(Guid place, DateOnly end, BriefingKind kind, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"/statistik/dokument/{place}/{Kinds.Single(known => known.Value == kind).Key}/{end:yyyy-MM}/{format}");

    public static void MapBriefings(this WebApplication app) => app.MapGet(
        "/statistik/dokument/{place:guid}/{kind}/{month}/{format}",
        async (Guid place, string kind, string month, string format, HttpContext http, RequestSender sender, CancellationToken stop) =>
            SignedInPerson.Of(http) is not { } person
                ? Results.Unauthorized()
                : Kinds.TryGetValue(kind, out var known) && DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
                    && await sender.Send(person.Id, new DownloadBriefing(place, end, known, format), stop) is Outcome<BriefingFile>.Done(var file)
                    ? Results.File(file.Content, file.ContentType, file.FileName)
                    : Results.NotFound());
}
