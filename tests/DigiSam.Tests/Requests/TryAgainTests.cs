using DigiSam.Access;
using DigiSam.Demo;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Requests;

/// <summary>A command that met another is run again from the start, and its sender is told when that does not help.</summary>
public sealed class TryAgainTests
{
    private const int Advised = 2;

    private readonly Failing _handler = new();

    [Fact]
    public async Task A_command_that_gets_through_at_last_is_done()
    {
        _handler.Left = Advised;
        Assert.IsType<Outcome<DemoMade>.Done>(await Send(new MakeDemo()));
        Assert.Equal(Advised + 1, _handler.Runs);
    }

    [Fact]
    public async Task A_command_that_never_gets_through_ends_in_a_conflict_and_not_in_a_fault()
    {
        _handler.Left = 100;
        Assert.Contains("Försök igen", Assert.IsType<Outcome<DemoMade>.Conflict>(await Send(new MakeDemo())).Message, StringComparison.Ordinal);
        Assert.Equal(Advised + 1, _handler.Runs);
    }

    [Fact]
    public async Task A_query_and_a_fault_of_another_kind_are_not_tried_again()
    {
        _handler.Left = 1;
        await Assert.ThrowsAsync<TimeoutException>(() => Send(new MyRoles()));
        _handler.Left = 1;
        _handler.Fault = new InvalidOperationException();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Send(new MakeDemo()));
        Assert.Equal(2, _handler.Runs);
    }

    private async Task<Outcome<TResult>> Send<TResult>(IRequest<TResult> request)
    {
        await using var services = new ServiceCollection().AddScoped<CurrentActor>().AddScoped<IMediator>(_ => _handler).BuildServiceProvider();
        return await new RequestSender(services.GetRequiredService<IServiceScopeFactory>(), new Advising()).Send(Guid.Empty, request, TestContext.Current.CancellationToken);
    }

    /// <summary>A database that advises to try again after a timeout.</summary>
    private sealed class Advising() : DatabaseEngine(DatabaseOptions.InFolder("."))
    {
        public override int Writers => 1;

        public override int TriesAfter(Exception fault) => fault is TimeoutException ? Advised : 0;

        public override Task<DatabaseClaim?> Claim(bool alone, CancellationToken stop = default) => throw new NotSupportedException();

        public override Task TakeTurn(DigiSamContext database, Guid turn, CancellationToken stop = default) => throw new NotSupportedException();

        public override Task<bool> TryTurn(DigiSamContext database, Guid turn, CancellationToken stop = default) => Task.FromResult(true);

        public override Task Hold(DigiSamContext database, string table, IReadOnlyCollection<Guid> ids, CancellationToken stop = default) => Task.CompletedTask;

        public override Task<IReadOnlyList<Guid>> HoldFree(DigiSamContext database, string table, IReadOnlyList<Guid> ids, int most, CancellationToken stop = default) =>
            throw new NotSupportedException();

        internal override Task ClearTheWay(DigiSamContext database, CancellationToken stop) => throw new NotSupportedException();

        internal override Task Prepare(DigiSamContext database, CancellationToken stop) => throw new NotSupportedException();

        internal override Task<IReadOnlyList<(bool Fine, string Text)>> Check(DigiSamContext database, CancellationToken stop) => throw new NotSupportedException();

        internal override void AddContext(IServiceCollection services) => throw new NotSupportedException();
    }

    private sealed class Failing : IMediator
    {
        public int Left { get; set; }

        public int Runs { get; private set; }

        public Exception Fault { get; set; } = new TimeoutException();

        public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            Runs++;
            return Left-- > 0 ? throw Fault : Task.FromResult<TResponse>(default!);
        }

        public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification => throw new NotSupportedException();
    }
}
