using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>A host whose data folder has people with accounts, and what they do to sign in.</summary>
public sealed class HostWithPeople : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();

    private HostProcess? _host;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await PeopleWithAccounts.AddTo(_data);
        await Start();
    }

    /// <summary>Ends the host as a power cut would and starts another in its place, on the same port.</summary>
    public async Task Restart()
    {
        await _host!.Kill();
        await _host.DisposeAsync();
        _host = HostProcess.With(HostProcess.Dll, "--data", _data.Path, "--urls", Address.ToString().TrimEnd('/'));
        await _host.Address();
    }

    public Task Open(IPage page, string address) => page.GotoAsync(new Uri(Address, address).ToString());

    /// <summary>Fills in the form of the open sign-in page and sends it.</summary>
    public static async Task FillIn(IPage page, string userName, string password)
    {
        await page.GetByLabel("Användarnamn").FillAsync(userName);
        await page.GetByLabel("Lösenord").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
    }

    public async Task SignIn(IPage page, string userName = "anna.berg", string address = "/logga-in")
    {
        await Open(page, address);
        await FillIn(page, userName, PeopleWithAccounts.Password);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    private async Task Start()
    {
        _host = HostProcess.On(_data);
        Address = await _host.Address();
    }
}
