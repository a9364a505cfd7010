using DigiSam.Persistence;
using DigiSam.Web.Processes;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Web;

/// <summary>
/// For whatever watches the host. <c>/health/live</c> answers as long as the process does. <c>/health/ready</c>, and
/// <c>/health</c> like it, answers 200 "OK" when a row can be read from the database, the database has this version's shape, it
/// is claimed by this host and the pump has beaten lately, else 503. Anyone may ask, so it says nothing more; the reason is in the log.
/// </summary>
internal static class Health
{
    private static readonly string[] Asking = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/health", Asking, Ready).AllowAnonymous();
        app.MapMethods("/health/ready", Asking, Ready).AllowAnonymous();
        app.MapMethods("/health/live", Asking, Live).AllowAnonymous();
    }

    private static IResult Live(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return Results.Text("OK");
    }

    private static async Task<IResult> Ready(DigiSamContext database, PumpBeat pump, HostClaim claim, HttpResponse response, ILogger<DigiSamContext> log, CancellationToken stop)
    {
        response.Headers.CacheControl = "no-store";
        try
        {
            if (!await database.Municipalities.AnyAsync(stop))
                log.LogError("The database has no municipality.");
            else if ((await database.Database.GetPendingMigrationsAsync(stop)).Any())
                log.LogError("The database is older than this program.");
            else if (!claim.IsHeld)
                log.LogError("The claim on the database is lost.");
            else if (!pump.IsFresh)
                log.LogError("Timers have not been looked at since {Beat}.", pump.Last);
            else
                return Results.Text("OK");
        }
        catch (Exception silent) when (silent is not OperationCanceledException)
        {
            log.LogError(silent, "The database does not answer.");
        }

        return Results.Text("Unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
