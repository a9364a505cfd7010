namespace DigiSam.Benchmarks.Hosts;

/// <summary>The bound: Kestrel that answers with the same rows from the same database, and nothing else.</summary>
internal static class BareHost
{
    /// <summary>The argument that makes this program the bare host of a database.</summary>
    public const string Argument = "bare-host";

    public static Task<RunningHost> Start(PublishedHost like, DemoDatabase data) => RunningHost.Start(
        [ProcessStart.OwnDll, Argument, data.File], new Dictionary<string, string> { ["DOTNET_gcServer"] = like.CollectsAsServer ? "1" : "0" });
}
