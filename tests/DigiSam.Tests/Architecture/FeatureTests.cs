using DigiSam.Requests;
using Mono.Cecil;

namespace DigiSam.Tests.Architecture;

/// <summary>A feature may touch another feature's ids and entities, never its use cases.</summary>
public sealed class FeatureTests
{
    [Fact]
    public void No_feature_uses_another_features_requests_or_handlers()
    {
        var useCases = UseCases();
        Assert.True(useCases.Count >= 14);
        var calls = Assemblies.CallsIn(Assemblies.Domain, type => !type.Namespace.StartsWith("DigiSam.Requests", StringComparison.Ordinal));
        Assert.NotEmpty(calls);
        Assert.Empty(Crossing(calls, useCases));
    }

    [Fact]
    public void A_feature_that_uses_anothers_request_is_found() =>
        Assert.NotEmpty(Crossing([("DigiSam.Metrics.Something", "DigiSam.AnnualReports.BuildAnnualReport..ctor", "DigiSam.AnnualReports.BuildAnnualReport")], UseCases()));

    [Fact]
    public void Classes_are_sealed_unless_they_are_made_to_be_extended()
    {
        var classes = Assemblies.Domain.GetTypes().Concat(Assemblies.Workflows.GetTypes()).Concat(Assemblies.Command.GetTypes())
            .Where(type => type is { IsClass: true, Namespace: { } space } && space.StartsWith("DigiSam", StringComparison.Ordinal) && !space.EndsWith("Migrations", StringComparison.Ordinal)).ToList();
        Assert.True(classes.Count > 100);
        Assert.Empty(Open(classes));
        Assert.Equal([nameof(PlantedOpenClass)], Open([typeof(PlantedOpenClass), typeof(PlantedSender)]));
    }

    private static HashSet<string> UseCases() =>
        [.. RequestCatalogue.RequestsAmong(Assemblies.Domain.GetTypes()).SelectMany(request => new[] { request.FullName!, $"{request.FullName}Handler" })];

    private static List<string> Crossing(IEnumerable<(string Caller, string Called, string CalledType)> calls, HashSet<string> useCases) =>
        [.. calls.Where(call => useCases.Contains(call.CalledType) && Feature(call.Caller) != Feature(call.CalledType))
            .Select(call => $"{call.Caller} → {call.Called}").Distinct()];

    /// <summary>"DigiSam.Metrics" of "DigiSam.Metrics.Disclosure".</summary>
    private static string Feature(string type) => string.Join('.', type.Split('.').Take(2));

    private static IEnumerable<string> Open(IEnumerable<Type> classes) =>
        classes.Where(type => type is { IsAbstract: false, IsSealed: false } && !type.Name.StartsWith('<') && type.DeclaringType is null).Select(type => type.Name);
}

/// <summary>Neither sealed nor abstract: the test of sealed classes must find it.</summary>
public class PlantedOpenClass;
