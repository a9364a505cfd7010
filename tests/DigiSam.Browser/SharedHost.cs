namespace DigiSam.Browser;

/// <summary>One host on an empty data folder, for all tests of a class that only look.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();

    private HostProcess? _host;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _host = HostProcess.On(_data);
        Address = await _host.Address();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _data.Dispose();
    }
}
