using DigiSam.Requests;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using MediatR;
using Mono.Cecil;

namespace DigiSam.Tests.Architecture;

public sealed class LayerTests
{
    [Fact]
    public void The_engine_knows_no_domain_no_database_and_no_clock()
    {
        var references = Assemblies.ReferencesOf(Assemblies.Workflows);
        Assert.Contains("Stateless", references);
        Assert.Empty(Forbidden(references, "DigiSam", "Microsoft.EntityFrameworkCore", "Quartz", "Elsa"));
    }

    [Fact]
    public void The_engine_shows_no_type_of_the_library_it_is_built_on()
    {
        var shown = PublicSurface.Of(Assemblies.Workflows.GetExportedTypes());
        Assert.Contains(typeof(ProcessEngine), shown);
        Assert.Contains(typeof(ProcessDefinition), shown);
        Assert.Empty(PublicSurface.From("Stateless", shown));
    }

    [Fact]
    public void A_type_of_the_library_that_shows_is_found() =>
        Assert.NotEmpty(PublicSurface.From("Stateless", PublicSurface.Of([typeof(PlantedSurface)])));

    [Fact]
    public void The_domain_knows_neither_pages_nor_command_line()
    {
        var references = Assemblies.ReferencesOf(Assemblies.Domain);
        Assert.Contains("MediatR", references);
        Assert.Empty(Forbidden(references, "DigiSam.Web", "DigiSam.Cli", "Microsoft.AspNetCore", "Radzen", "System.CommandLine", "Spectre"));
    }

    [Fact]
    public void A_forbidden_reference_is_found() =>
        Assert.Equal(["Microsoft.EntityFrameworkCore.Relational"], Forbidden(["System.Runtime", "Microsoft.EntityFrameworkCore.Relational"], "Microsoft.EntityFrameworkCore"));

    [Fact]
    public void Handlers_never_send_requests()
    {
        var handlers = Assemblies.CallsIn(Assemblies.Domain, IsHandler);
        Assert.True(handlers.Select(call => call.Caller).Distinct().Count() >= 7);
        Assert.Empty(Sending(handlers));
    }

    [Fact]
    public void A_handler_that_sends_is_found() =>
        Assert.NotEmpty(Sending(Assemblies.CallsIn(typeof(LayerTests).Assembly, type => type.Name == nameof(PlantedSender))));

    [Fact]
    public void The_clock_is_asked_only_through_the_time_provider()
    {
        var calls = Assemblies.CallsIn(Assemblies.Domain, _ => true).Concat(Assemblies.CallsIn(Assemblies.Command, _ => true)).ToList();
        Assert.Contains(calls, call => call.Called == "System.TimeProvider.GetUtcNow");
        Assert.Empty(AskingTheClock(calls));
    }

    [Fact]
    public void Someone_who_asks_the_clock_is_found() =>
        Assert.NotEmpty(AskingTheClock(Assemblies.CallsIn(typeof(LayerTests).Assembly, type => type.Name == nameof(PlantedSender))));

    [Fact]
    public void The_command_line_reaches_the_database_through_requests_alone()
    {
        var calls = Assemblies.CallsIn(Assemblies.Command, _ => true);
        Assert.Contains(calls, call => call.Called.Contains(nameof(RequestSender), StringComparison.Ordinal));
        Assert.DoesNotContain(calls, call => call.CalledType.Contains("DigiSamContext", StringComparison.Ordinal));
    }

    private static List<string> Forbidden(IEnumerable<string> references, params string[] starts) =>
        [.. references.Where(reference => Array.Exists(starts, start => reference.StartsWith(start, StringComparison.Ordinal)))];

    private static bool IsHandler(TypeDefinition type) =>
        type.Interfaces.Any(face => face.InterfaceType.FullName.StartsWith("MediatR.IRequestHandler", StringComparison.Ordinal));

    private static List<string> Sending(IEnumerable<(string Caller, string Called, string CalledType)> calls) =>
        [.. calls.Where(call => call.CalledType is "MediatR.IMediator" or "MediatR.ISender" || call.CalledType.StartsWith(typeof(RequestSender).FullName!, StringComparison.Ordinal))
            .Select(call => $"{call.Caller} → {call.Called}")];

    private static List<string> AskingTheClock(IEnumerable<(string Caller, string Called, string CalledType)> calls) =>
        [.. calls.Where(call => call.Called is "System.DateTime.get_Now" or "System.DateTime.get_UtcNow" or "System.DateTime.get_Today"
                or "System.DateTimeOffset.get_Now" or "System.DateTimeOffset.get_UtcNow")
            .Select(call => $"{call.Caller} → {call.Called}")];
}

/// <summary>Breaks two rules, so that their tests prove that they can fail.</summary>
internal sealed class PlantedSender(IMediator mediator)
{
    public async Task<DateTimeOffset> Handle(IRequest<int> request)
    {
        await mediator.Send(request);
        return DateTimeOffset.UtcNow;
    }
}
