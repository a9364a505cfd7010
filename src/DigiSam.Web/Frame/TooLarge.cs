using DigiSam.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigiSam.Web.Frame;

/// <summary>Says in Swedish that what was sent is larger than the page takes.</summary>
internal static class TooLarge
{
    public static void UseWordsForTooLarge(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge && !context.Response.HasStarted)
        {
            await new RazorComponentResult<FileTooLarge> { StatusCode = StatusCodes.Status413PayloadTooLarge }.ExecuteAsync(context);
        }
    });
}
