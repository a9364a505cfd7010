using System.Diagnostics;
using System.Reflection;

namespace DigiSam.Benchmarks;

/// <summary>Programs started as the operator starts them, from nothing to their end.</summary>
internal static class ProcessStart
{
    /// <summary>The argument that makes this program write a line and end.</summary>
    public const string Nothing = "nothing";

    private static readonly string CommandLine = typeof(ProcessStart).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "CommandLine").Value!;

    public static Task Doctor(string folder) => Run(CommandLine, "doctor", "--data", folder);

    public static Task DoNothing() => Run(Path.Combine(AppContext.BaseDirectory, "DigiSam.Benchmarks.dll"), Nothing);

    private static async Task Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} gave {process.ExitCode}: {output}");
    }
}
