using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>A host on the data of <see cref="RoundsOfAUnit"/>.</summary>
public sealed class HostWithRounds : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();

    private HostProcess? _host;

    public Uri Address { get; private set; } = null!;

    public StoredRounds Rounds { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Rounds = await RoundsOfAUnit.AddTo(_data);
        _host = HostProcess.On(_data);
        Address = await _host.Address();
    }

    /// <summary>Signs someone in and opens an address; the page has come when this is done.</summary>
    public async Task Open(IPage page, string userName, string address)
    {
        await page.GotoAsync(new Uri(Address, $"/logga-in?tillbaka={Uri.EscapeDataString(address)}").ToString());
        await HostWithPeople.FillIn(page, userName, PeopleWithAccounts.Password);
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath != "/logga-in");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
    }
}
