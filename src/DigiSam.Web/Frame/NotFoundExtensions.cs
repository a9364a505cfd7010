namespace DigiSam.Web.Frame;

/// <summary>Pages about something that does not exist, or not for the one who asks.</summary>
public static class NotFoundExtensions
{
    /// <summary>Answers 404 with the page as it is rendered; set before rendering, the framework would send nothing but the number.</summary>
    public static void AnswerNotFound(this HttpContext http) => http.Response.OnStarting(() =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
