using System.Reflection;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Requests;

/// <summary>
/// Registers MediatR 5.1.0 by hand (ADR 0002). A later MediatR changes this file and the signatures of the three steps only.
/// </summary>
internal static class MediatRRegistration
{
    public static IServiceCollection AddRequests(this IServiceCollection services, Assembly assembly)
    {
        RequestCatalogue.Verify(assembly.GetTypes());
        services.AddScoped<ServiceFactory>(scope => scope.GetService);
        services.AddScoped<IMediator, Mediator>();
        foreach (var type in assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false }))
        {
            foreach (var face in type.GetInterfaces().Where(IsHandler))
                services.AddScoped(face, type);
        }

        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthoriseStep<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidateStep<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionStep<,>));
        services.AddSingleton<RequestSender>();
        return services;
    }

    private static bool IsHandler(Type face) =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);
}
