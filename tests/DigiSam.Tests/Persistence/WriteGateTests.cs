using DigiSam.Persistence;

namespace DigiSam.Tests.Persistence;

public sealed class WriteGateTests
{
    [Fact]
    public async Task Writers_pass_one_at_a_time_in_the_order_they_came()
    {
        using var gate = new WriteGate(1);
        var order = new List<int>();
        var inside = 0;
        var first = await gate.Enter(CancellationToken.None);
        var others = Enumerable.Range(1, 20).Select(async number =>
        {
            using var turn = await gate.Enter(CancellationToken.None);
            Assert.Equal(1, Interlocked.Increment(ref inside));
            order.Add(number);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }).ToList();
        first.Dispose();
        await Task.WhenAll(others);
        Assert.Equal(Enumerable.Range(1, 20), order);
    }

    [Fact]
    public async Task Giving_up_the_wait_does_not_take_anyones_turn()
    {
        using var gate = new WriteGate(1);
        using var impatient = new CancellationTokenSource();
        var turn = await gate.Enter(CancellationToken.None);
        var waiting = gate.Enter(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        turn.Dispose();
        turn.Dispose();
        using var next = await gate.Enter(CancellationToken.None);
        var after = gate.Enter(CancellationToken.None);
        Assert.False(after.IsCompleted);
    }
}
