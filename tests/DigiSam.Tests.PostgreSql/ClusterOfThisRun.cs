[assembly: AssemblyFixture(typeof(DigiSam.Tests.PostgreSql.ClusterOfThisRun))]

namespace DigiSam.Tests.PostgreSql;

/// <summary>Ends the run's server after the last test: a process that ends it on its way out looks to the runner as if it hung.</summary>
public sealed class ClusterOfThisRun : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(Cluster.StopOfThisRun());
}
