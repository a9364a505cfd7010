using System.Reflection;
using Stateless;

namespace DigiSam.Tests.Architecture;

/// <summary>The types that someone who uses other types gets to see: in bases, interfaces, members and their type arguments.</summary>
internal static class PublicSurface
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlySet<Type> Of(IEnumerable<Type> types) => types.SelectMany(Seen).SelectMany(Parts).ToHashSet();

    public static IReadOnlyList<Type> From(string assembly, IEnumerable<Type> shown) =>
        [.. shown.Where(type => type.Assembly.GetName().Name!.StartsWith(assembly, StringComparison.Ordinal))];

    private static IEnumerable<Type> Seen(Type type)
    {
        var fields = type.GetFields(All).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType);
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).Where(method => method.IsPublic || method.IsFamily).ToList();
        return
        [
            type, .. type.GetInterfaces(), .. type.BaseType is { } above ? [above] : Type.EmptyTypes, .. fields,
            .. methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType),
            .. methods.OfType<MethodInfo>().Select(method => method.ReturnType),
        ];
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : [type, .. type.GetGenericArguments().SelectMany(Parts)];
}

/// <summary>Shows a type of the library, hidden in another: the test of the surface must find it.</summary>
public sealed class PlantedSurface
{
    public IReadOnlyList<StateMachine<int, string>[]> Machines { get; } = [];
}
