using DigiSam.Access;
using Microsoft.AspNetCore.Components.Endpoints;

namespace DigiSam.Web.Access;

/// <summary>
/// What a page asks while it is made shares one reading of roles (ADR 0020). Forms, files, islands and everything else that is
/// no page being looked at do not.
/// </summary>
internal static class OneReadingOfRoles
{
    public static void UseOneReadingOfRoles(this WebApplication app) => app.Use(async (context, next) =>
    {
        using var view = IsView(context) ? RolesOfOneView.Begin() : null;
        await next(context);
    });

    internal static bool IsView(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
