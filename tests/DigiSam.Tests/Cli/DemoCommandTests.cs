using DigiSam.Cli;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Cli;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task A_demo_is_not_asked_for_by_another_name()
    {
        using var folder = new TemporaryFolder();
        var run = await CliRun.Of("demo", "--municipality", "Huddinge kommun", "--data", folder.Data);
        Assert.Equal((ExitCode.Usage, false), (run.Exit, Directory.Exists(folder.Data)));
        Assert.Contains("utan --municipality", run.Errors, StringComparison.Ordinal);
        Assert.Throws<Web.WrongArgumentsException>(() => Web.HostArguments.Read(["--demo", "--municipality", "Huddinge kommun"]));
    }
}
