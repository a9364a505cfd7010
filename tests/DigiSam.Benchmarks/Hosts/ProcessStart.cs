using System.Diagnostics;
using System.Reflection;

namespace DigiSam.Benchmarks.Hosts;

/// <summary>Programs started as the operator starts them, from nothing to their end.</summary>
internal static class ProcessStart
{
    /// <summary>The argument that makes this program write a line and end.</summary>
    public const string Nothing = "nothing";

    /// <summary>This program.</summary>
    public static string OwnDll { get; } = Path.Combine(AppContext.BaseDirectory, "DigiSam.Benchmarks.dll");

    public static int SayHello()
    {
        Console.WriteLine("Hej");
        return 0;
    }

    public static Task Digisam(params string[] arguments) => Dotnet([Known("CommandLine"), .. arguments]);

    public static Task DoNothing() => Dotnet(OwnDll, Nothing);

    /// <summary>Runs dotnet to its end; fails with what it wrote when it failed.</summary>
    public static async Task Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} gave {process.ExitCode}: {output}");
    }

    /// <summary>A path that the build knew.</summary>
    public static string Known(string key) => typeof(ProcessStart).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
