namespace DigiSam.Web.Frame;

/// <summary>
/// Answers 400 to an address or a form with the character NUL in it. No person writes it and no page sends it; one database
/// keeps it, the other breaks on it. In the other kind of form the framework itself refuses to read it.
/// </summary>
internal static class UnwritableText
{
    private const char Nul = '\0';

    public static void UseWritableText(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (await HasNul(context.Request))
            await Results.Text("Texten innehåller ett tecken som inte går att spara. Gå tillbaka, ta bort det och försök igen.", statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
        else
            await next(context);
    });

    private static async Task<bool> HasNul(HttpRequest request) =>
        request.Path.Value!.Contains(Nul)
        || request.Query.Any(pair => pair.Value.Any(value => value?.Contains(Nul) == true))
        || (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true
            && request.HasFormContentType && (await request.ReadFormAsync()).Any(pair => pair.Value.Any(value => value?.Contains(Nul) == true)));
}
