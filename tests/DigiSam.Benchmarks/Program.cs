using DigiSam.Benchmarks;
using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Processes;

return args switch
{
    // The bounds are this same program when it does nothing, and when it only answers with rows.
    [ProcessStart.Nothing] => ProcessStart.SayHello(),
    [BareHost.Argument, var database] => await BareEndpoints.Run(database),
    [] => await Everything.Run(Enum.GetValues<Part>()),
    ["--only", var named] when Enum.TryParse<Part>(named, ignoreCase: true, out var part) => await Everything.Run([part]),
    ["--only", var named, "--postgresql"] when Enum.TryParse<ServerPart>(named, ignoreCase: true, out var part) => await OnServer.Run([part]),
    ["--postgresql"] => await OnServer.Run(Enum.GetValues<ServerPart>()),
    _ => Everything.Help(),
};
