using DigiSam.Language;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.Web.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace DigiSam.Web.SafetyRounds;

/// <summary>
/// Where the script of a round that is held sends each answer: the fields of the question's form. 200 with the time it was
/// committed, or 409 with why it was not; the answer's own id lets it be sent again without counting twice.
/// </summary>
internal static class RoundAnswerAddress
{
    public static void MapRoundAnswers(this IEndpointRouteBuilder app) =>
        app.MapPost("/ronder/{id:guid}/svar", Save).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Save(Guid id, HttpContext http, RequestSender sender, TimeProvider clock, CancellationToken stop)
    {
        var sent = SentAnswer.In(await http.Request.ReadFormAsync(stop));
        if (SignedInPerson.Of(http) is not { } person || sent.Value is not { } value)
            return Refuse("Välj ett svar.");
        return await sender.Send(person.Id, new AnswerRoundQuestion(sent.UnitId, id, sent.Id, sent.QuestionKey, value, sent.Note), stop) switch
        {
            Outcome<Nothing>.Done => Results.Json(new Saved(SwedishDate.Time(clock.GetUtcNow()))),
            Outcome<Nothing>.Invalid invalid => Refuse(string.Join(" ", invalid.Messages)),
            Outcome<Nothing>.Broken broken => Refuse(broken.Message),
            Outcome<Nothing>.Denied denied => Refuse(denied.Message),
            Outcome<Nothing>.Conflict conflict => Refuse(conflict.Message),
            _ => Refuse("Svaret är inte sparat."),
        };
    }

    private static IResult Refuse(string why) => Results.Json(new Refused(why), statusCode: StatusCodes.Status409Conflict);

    private sealed record Saved(string Time);

    private sealed record Refused(string Why);
}
