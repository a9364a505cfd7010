using System.Diagnostics;
using System.Globalization;
using DigiSam.Cli;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Demo;

/// <summary>The real program, stopped while it writes a demo: afterwards nothing of it is there, and a demo can be made.</summary>
public sealed class KilledDemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task A_demo_that_is_stopped_leaves_nothing_and_can_be_made_anew(string signal)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DigiSam.Cli.dll"), "demo", "--units", "200", "--data", _folder.Data])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Assert.Contains("enhet 20 av 200", await program.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using (var kill = Process.Start("kill", [$"-{signal}", program.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(ExitCode.Ok, program.ExitCode);

        var left = DatabaseContents.Read(_folder.Data);
        Assert.Empty(left["DemoMarks"]);
        Assert.Empty(left["Risks"]);
        Assert.Single(left["Places"]);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Data)).Exit);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("demo", "--units", "12", "--years", "1", "--data", _folder.Data)).Exit);
    }
}
