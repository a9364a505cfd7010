using DigiSam.Benchmarks.Figures;
using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Measuring;
using DigiSam.Benchmarks.Pages;
using DigiSam.Benchmarks.Processes;
using DigiSam.Benchmarks.Report;
using Spectre.Console;

namespace DigiSam.Benchmarks;

/// <summary>What can be run by itself.</summary>
internal enum Part
{
    /// <summary>Page times, signed in.</summary>
    Pages,

    /// <summary>Pages of statistics in a municipality of three thousand units.</summary>
    Statistics,

    /// <summary>The register's first page with ten times as many risks.</summary>
    Growth,

    /// <summary>The municipality's report, of a demo.</summary>
    Report,

    /// <summary>From nothing to the first page.</summary>
    Start,

    /// <summary>Resident memory under load.</summary>
    Memory,

    /// <summary>A thousand timers due at the same second, and a page meanwhile.</summary>
    Deadlines,

    /// <summary>Steps that are closed and opened, eight at a time, also beside a hundred thousand instances.</summary>
    Transitions,

    /// <summary>A quarter of a million monthly rows taken in, and the rolling years computed from them.</summary>
    Figures,

    /// <summary>The municipality's report of an imported installation, and the start of the command line.</summary>
    Imported,
}

/// <summary>Runs the parts one after another and prints each as a table: DigiSam, the least that anyone could do, and the ratio.</summary>
internal static class Everything
{
    public static async Task<int> Run(IReadOnlyList<Part> parts)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 180;
        var needsHost = parts.Any(part => part is Part.Pages or Part.Statistics or Part.Growth or Part.Start or Part.Memory or Part.Deadlines);
        var large = parts.Any(part => part is not (Part.Imported or Part.Statistics or Part.Transitions or Part.Figures)) ? await DemoDatabase.Of(units: 450, years: 5) : null;
        var published = needsHost ? await PublishedHost.Publish() : null;
        foreach (var part in parts)
        {
            IReadOnlyList<ResultTable> tables = part switch
            {
                Part.Pages => [await PageTimes.Measure(published!, large!)],
                Part.Statistics => [await StatisticsTimes.Measure(published!, await DemoDatabase.Of(StatisticsTimes.Units, StatisticsTimes.Years))],
                Part.Growth => [await Growth.Measure(published!, await DemoDatabase.Of(units: 45, years: 5), large!)],
                Part.Report => [await DemoReport.Measure(large!)],
                Part.Start => [await HostStart.Measure(published!, large!)],
                Part.Memory => [await HostMemory.Measure(published!, large!)],
                Part.Deadlines => [await Deadlines.Measure(published!, large!)],
                Part.Transitions => [await Transitions.Measure()],
                Part.Figures => await FigureTimes.Measure(),
                _ => [await ImportedReport.Measure()],
            };
            foreach (var table in tables)
                table.Print();
        }

        AnsiConsole.WriteLine($"{Environment.ProcessorCount} processorer, .NET {Environment.Version}. Belastningen kommer från samma dator.");
        return 0;
    }

    public static int Help()
    {
        Console.Error.WriteLine($"dotnet run -c Release --project tests/DigiSam.Benchmarks [--only {string.Join('|', Enum.GetNames<Part>()).ToLowerInvariant()}]");
        Console.Error.WriteLine($"dotnet run -c Release --project tests/DigiSam.Benchmarks [--only {string.Join('|', Enum.GetNames<Processes.ServerPart>()).ToLowerInvariant()}] --postgresql");
        return 1;
    }
}
