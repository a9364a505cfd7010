using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Web;

/// <summary>
/// <c>/health</c> for whatever watches the host: 200 "OK" when a row can be read from the database, else 503. Anyone may
/// ask, so it says nothing more; the reason is in the log.
/// </summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app) =>
        app.MapMethods("/health", [HttpMethods.Get, HttpMethods.Head], Answer).AllowAnonymous();

    private static async Task<IResult> Answer(DigiSamContext database, HttpResponse response, ILogger<DigiSamContext> log, CancellationToken stop)
    {
        response.Headers.CacheControl = "no-store";
        try
        {
            if (await database.Municipalities.AnyAsync(stop))
                return Results.Text("OK");
            log.LogError("The database has no municipality.");
        }
        catch (Exception silent) when (silent is not OperationCanceledException)
        {
            log.LogError(silent, "The database does not answer.");
        }

        return Results.Text("Unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
