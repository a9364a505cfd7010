using System.Reflection;
using DigiSam.Cli;
using DigiSam.Workflows.Definitions;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace DigiSam.Tests.Architecture;

/// <summary>What the architecture tests look at: assemblies, and what the code of their types calls.</summary>
internal static class Assemblies
{
    public static Assembly Domain { get; } = typeof(DigiSamServices).Assembly;

    public static Assembly Workflows { get; } = typeof(DefinitionReader).Assembly;

    public static Assembly Command { get; } = typeof(CommandLine).Assembly;

    public static IReadOnlyList<string> ReferencesOf(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    /// <summary>"Type.Method" of every call in the code of the types that fit, lambdas and async bodies included, with the caller's outermost type.</summary>
    public static IReadOnlyList<(string Caller, string Called, string CalledType)> CallsIn(Assembly assembly, Func<TypeDefinition, bool> fits)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return [.. from type in module.GetAllTypes()
                   let outermost = Outermost(type)
                   where fits(outermost)
                   from method in type.Methods
                   where method.HasBody
                   from instruction in method.Body.Instructions
                   let called = instruction.Operand as MethodReference
                   where called is not null
                   select (outermost.FullName, $"{called.DeclaringType.FullName}.{called.Name}", called.DeclaringType.FullName)];
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);
}
