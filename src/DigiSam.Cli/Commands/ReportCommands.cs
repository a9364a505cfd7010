using System.CommandLine;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Documents;
using DigiSam.Cli.Terminal;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam report …</c>: documents out.</summary>
internal static class ReportCommands
{
    public static Command Create(DatabaseOptionSet where, Screen screen)
    {
        var level = CommonOptions.AnyLevel();
        var name = CommonOptions.PlaceName();
        var year = CommonOptions.Year();
        var folder = new Option<string>("--out") { Description = "Mappen där rapporten sparas, en fil per format. Den skapas om den saknas.", HelpName = "MAPP", Required = true };
        var format = new Option<string>("--format") { Description = "Formaten, skilda med komma: docx, json. Standard: båda.", HelpName = "FORMAT", DefaultValueFactory = _ => "docx,json" };
        var build = new Command("build", "Bygg arbetsmiljörapporten för kommunen, en nämnd, en förvaltning eller en enhet.") { level, name, year, folder, format };
        build.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, async session =>
        {
            var formats = parsed.GetValue(format)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (formats.Length == 0 || Array.Exists(formats, wanted => !ReportFiles.Formats.ContainsKey(wanted)))
            {
                screen.Error($"--format kan vara {string.Join(" och ", ReportFiles.Formats.Keys)}, skilda med komma.");
                return ExitCode.Usage;
            }

            var (found, placeId, exit) = await CommonOptions.FindReporting(session, parsed, level, name, parsed.GetValue(year), stop);
            if (!found)
                return exit;
            var (done, content, refused) = await screen.While("Bygger rapporten", () => session.Send(new BuildAnnualReport(parsed.GetValue(year), placeId), stop));
            if (!done)
                return refused;
            Directory.CreateDirectory(parsed.GetValue(folder)!);
            foreach (var (wanted, bytes) in formats.Distinct().Select(wanted => (wanted, ReportFiles.Formats[wanted](content))).ToList())
            {
                var path = Path.Combine(parsed.GetValue(folder)!, $"{ReportFiles.NameOf(content)}.{wanted}");
                await WriteWhole(path, bytes, stop);
                screen.Line(path);
            }

            if (content.Gaps.Count > 0)
            {
                screen.Note($"rapporten är byggd men {(content.Gaps.Count == 1 ? "en sak" : $"{content.Gaps.Count} saker")} saknas:");
                screen.ErrorLines(content.Gaps);
            }

            return ExitCode.Ok;
        }));
        return new Command("report", "Arbetsmiljörapporten.") { build };
    }

    /// <summary>A reader of the folder sees the old file or the new one, never half of it.</summary>
    private static async Task WriteWhole(string path, byte[] bytes, CancellationToken stop)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, stop);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
