using System.Diagnostics;
using System.Globalization;
using DigiSam.Benchmarks.Hosts;

namespace DigiSam.Benchmarks.Figures;

/// <summary>A command of DigiSam's command line in a process of its own: how long it took and the most memory it had.</summary>
internal static class MeasuredProcess
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Seconds, megabytes of VmHWM, and whether it failed; throws when it failed and may not.</summary>
    public static async Task<(double Seconds, double Memory, bool Failed)> Run(string[] arguments, bool mayFail = false)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [ProcessStart.Known("CommandLine"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = process.WaitForExitAsync();
        var memory = 0d;
        while (await Task.WhenAny(ended, Task.Delay(Look)) != ended)
            memory = Math.Max(memory, Peak(process.Id));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (process.ExitCode != 0 && !mayFail)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} gave {process.ExitCode}: {await output}{await errors}");
        return (seconds, memory, process.ExitCode != 0);
    }

    // The kernel keeps the highest itself; only what a process takes in its last moment can be missed.
    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // It ended meanwhile.
        }
    }
}
