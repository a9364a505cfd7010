using DigiSam.Cli;

namespace DigiSam.Tests.Support;

/// <summary>One run of the command line in this process: what it answered and wrote.</summary>
internal sealed record CliRun(int Exit, string Output, string Errors)
{
    public string All => Output + Errors;

    public static async Task<CliRun> Of(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        return new CliRun(await CommandLine.Run(args, output, errors), output.ToString(), errors.ToString());
    }
}
