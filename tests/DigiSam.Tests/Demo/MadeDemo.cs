using DigiSam.Demo;
using DigiSam.Organisation;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Demo;

/// <summary>The usual demo, made once for the tests that only read it, on a day in November.</summary>
public sealed class MadeDemo : IAsyncLifetime
{
    public static readonly DateTimeOffset Day = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    internal Installed Installed { get; private set; } = null!;

    internal DemoMade Made { get; private set; } = null!;

    public TimeSpan Took { get; private set; }

    internal static async Task<Installed> Empty(DateTimeOffset? day = null)
    {
        var installed = await Installed.Create(municipality: Municipality.Unnamed);
        installed.Clock.SetUtcNow(day ?? Day);
        return installed;
    }

    public async ValueTask InitializeAsync()
    {
        Installed = await Empty();
        var started = TimeProvider.System.GetTimestamp();
        Made = await Installed.Do(new MakeDemo());
        Took = TimeProvider.System.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync() => await Installed.DisposeAsync();
}
