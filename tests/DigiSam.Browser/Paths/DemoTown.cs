using Microsoft.Playwright;

namespace DigiSam.Browser.Paths;

/// <summary>A host on the demo municipality, for the tests of one class to change as they like.</summary>
public sealed class DemoTown(DemoFolder folder) : IAsyncLifetime
{
    private TemporaryFolder? _data;

    private HostProcess? _host;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _data = await folder.Copy();
        _host = HostProcess.On(_data);
        Address = await _host.Address();
    }

    /// <summary>One of the people on the sign-in page, signed in by their button, on the overview.</summary>
    public Task<Visitor> Enter(Chromium chromium, string name, bool lookAtSignIn = false) => Enter(chromium, Address, name, lookAtSignIn);

    /// <summary>The same at another host of a demo.</summary>
    public static async Task<Visitor> Enter(Chromium chromium, Uri address, string name, bool lookAtSignIn = false)
    {
        var visitor = new Visitor(await chromium.NewPage(), address, name);
        await visitor.Open("/logga-in");
        if (lookAtSignIn)
            await visitor.Look(thoroughly: true);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"Logga in som {name}" }).ClickAsync();
        await visitor.Sees("Översikt");
        return visitor;
    }

    /// <summary>The manager of the unit beside, who has a password.</summary>
    public async Task<Visitor> EnterNeighbour(Chromium chromium)
    {
        var visitor = new Visitor(await chromium.NewPage(), Address, "Nora Granne");
        await visitor.Open("/logga-in");
        await visitor.Page.GetByLabel("Användarnamn").FillAsync(DemoFolder.Neighbour);
        await visitor.Page.GetByLabel("Lösenord").FillAsync(PeopleWithAccounts.Password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Logga in", Exact = true }).ClickAsync();
        await visitor.Sees("Översikt");
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _data?.Dispose();
    }
}
