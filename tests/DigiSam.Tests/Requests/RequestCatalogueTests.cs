using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Requests;

public sealed class RequestCatalogueTests
{
    private static readonly Type[] Product = typeof(DigiSamServices).Assembly.GetTypes();

    [Fact]
    public void Every_request_names_a_permission_and_a_place()
    {
        Assert.True(RequestCatalogue.RequestsAmong(Product).Count >= 7);
        RequestCatalogue.Verify(Product);
    }

    [Theory]
    [InlineData(typeof(WithoutPermission))]
    [InlineData(typeof(WithoutPlace))]
    public void A_request_without_permission_or_place_stops_the_start(Type planted)
    {
        var stopped = Assert.Throws<RequestWithoutPermissionException>(() => RequestCatalogue.Verify([.. Product, planted]));
        Assert.Contains(planted.Name, stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_request_has_one_handler_and_a_validator_where_it_carries_values()
    {
        await using var installed = await Installed.Create();
        await using var scope = installed.Services.CreateAsyncScope();
        foreach (var request in RequestCatalogue.RequestsAmong(Product))
        {
            var result = request.GetInterfaces().Single(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
            Assert.Single(scope.ServiceProvider.GetServices(typeof(IRequestHandler<,>).MakeGenericType(request, result)));
            if (request.GetConstructors().Max(made => made.GetParameters().Length) > 0)
                Assert.Single(scope.ServiceProvider.GetServices(typeof(IValidator<>).MakeGenericType(request)));
        }
    }

    private sealed record WithoutPermission : IQuery<int>
    {
        public ActsOn Place => ActsOn.Municipality;
    }

    [Needs(Permission.ReadReport)]
    private sealed record WithoutPlace : IRequest<int>;
}
