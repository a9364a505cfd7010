using System.Diagnostics;

namespace DigiSam.Tests.Support;

/// <summary>The command line as a process of its own, to be killed.</summary>
internal static class RealProgram
{
    /// <summary>Within this a command has come to its end, also on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "DigiSam.Cli.dll");

    /// <summary>Runs a command to its end.</summary>
    public static async Task<CliRun> Of(params string[] args)
    {
        using var process = Start("dotnet", [Dll, .. args]);
        return await End(process);
    }

    /// <summary>Runs a program with arguments to its end.</summary>
    public static async Task<CliRun> OfProgram(string program, params string[] args)
    {
        using var process = Start(program, args);
        return await End(process);
    }

    /// <summary>Runs a command and kills it as soon as something is so. False when it ended by itself before.</summary>
    public static async Task<bool> KilledWhen(Func<TimeSpan, bool> now, params string[] args)
    {
        using var process = Start("dotnet", [Dll, .. args]);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && !now(watch.Elapsed) && watch.Elapsed < Patience)
            Thread.Yield();
        var killed = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        Assert.True(killed || process.ExitCode == 0, await output + await errors);
        return killed && process.ExitCode != 0;
    }

    private static Process Start(string program, string[] args) => Process.Start(new ProcessStartInfo(program, args)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<CliRun> End(Process process)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new CliRun(process.ExitCode, await output, await errors);
    }
}
