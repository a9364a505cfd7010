using System.Collections.Concurrent;
using System.Reflection;
using DigiSam.Access;
using MediatR;

namespace DigiSam.Requests;

/// <summary>Which permission each request needs. Deny by default: start-up fails on a request that names none.</summary>
public static class RequestCatalogue
{
    private static readonly ConcurrentDictionary<Type, Permission> Known = new();

    /// <summary>All request types among <paramref name="types"/>.</summary>
    public static IReadOnlyList<Type> RequestsAmong(IEnumerable<Type> types) =>
        [.. types.Where(type => type is { IsAbstract: false, IsInterface: false } && IsRequest(type))];

    /// <summary>Fails with the names of all requests that name no permission or no place.</summary>
    public static void Verify(IEnumerable<Type> types)
    {
        var unmarked = RequestsAmong(types)
            .Where(type => type.GetCustomAttribute<NeedsAttribute>() is null || !type.IsAssignableTo(typeof(IActsOn)))
            .Select(type => type.FullName)
            .ToList();
        if (unmarked.Count > 0)
            throw new RequestWithoutPermissionException(unmarked!);
    }

    internal static Permission PermissionOf(Type request) =>
        Known.GetOrAdd(request, static type => type.GetCustomAttribute<NeedsAttribute>()?.Permission
            ?? throw new RequestWithoutPermissionException([type.FullName!]));

    private static bool IsRequest(Type type) => Array.Exists(
        type.GetInterfaces(),
        face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequest<>));
}

/// <summary>A fault of the program, found when it starts: a request that says neither who may send it nor where.</summary>
public sealed class RequestWithoutPermissionException(IReadOnlyList<string> requests)
    : InvalidOperationException($"Requests without a permission or a place: {string.Join(", ", requests)}");
