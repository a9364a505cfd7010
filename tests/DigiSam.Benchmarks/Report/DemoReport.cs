using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Measuring;

namespace DigiSam.Benchmarks.Report;

internal static class DemoReport
{
    public static Task<ResultTable> Measure(DemoDatabase data) => Task.FromResult(new ResultTable(data.Folder));
}
