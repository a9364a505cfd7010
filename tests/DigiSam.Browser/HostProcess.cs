using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace DigiSam.Browser;

/// <summary>The web host as it is run: a process of its own, on a port that the system chooses.</summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    /// <summary>Within this a host has started or stopped, also on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private readonly StringBuilder _errors = new();

    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(string dll, string[] arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [dll, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        _process.StartInfo.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        _process.StartInfo.Environment.Remove("ASPNETCORE_URLS");
        _process.OutputDataReceived += (_, line) =>
        {
            if (BoundAddress().Match(line.Data ?? "") is { Success: true } found)
                _address.TrySetResult(new Uri(found.Value));
        };
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
                _errors.AppendLine(line.Data);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The host's program as the build left it.</summary>
    public static string Dll { get; } = typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "WebHost").Value!;

    /// <summary>Starts a host on a data folder.</summary>
    public static HostProcess On(TemporaryFolder data) => With(Dll, "--data", data.Path, "--urls", "http://127.0.0.1:0");

    public static HostProcess With(string dll, params string[] arguments) => new(dll, arguments);

    /// <summary>The address that the host said it answers on; fails when it stops instead.</summary>
    public async Task<Uri> Address()
    {
        var stopped = _process.WaitForExitAsync();
        if (await Task.WhenAny(_address.Task, stopped).WaitAsync(Patience) == stopped && !_address.Task.IsCompleted)
            throw new InvalidOperationException($"The host stopped with exit code {_process.ExitCode}: {Errors()}");
        return await _address.Task;
    }

    /// <summary>Waits until the host has stopped by itself: its exit code and what it wrote to standard error.</summary>
    public async Task<(int Exit, string Errors)> Stopped()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, Errors());
    }

    /// <summary>Ends the host without warning, as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    private string Errors()
    {
        lock (_errors)
            return _errors.ToString().Trim();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoundAddress();
}
