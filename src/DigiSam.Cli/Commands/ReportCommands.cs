using System.CommandLine;
using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Cli.Terminal;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam report …</c>: documents out.</summary>
internal static class ReportCommands
{
    private static readonly Dictionary<string, Func<AnnualReportContent, byte[]>> Writers = new()
    {
        ["docx"] = AnnualReportDocx.Write,
        ["json"] = AnnualReportJson.Write,
    };

    public static Command Create(DatabaseOptionSet where, Screen screen)
    {
        var level = CommonOptions.Level();
        var name = CommonOptions.BoardName();
        var year = CommonOptions.Year();
        var folder = new Option<string>("--out") { Description = "Mappen där rapporten sparas, en fil per format. Den skapas om den saknas.", HelpName = "MAPP", Required = true };
        var format = new Option<string>("--format") { Description = "Formaten, skilda med komma: docx, json. Standard: båda.", HelpName = "FORMAT", DefaultValueFactory = _ => "docx,json" };
        var build = new Command("build", "Bygg arbetsmiljörapporten för kommunen eller en nämnd.") { level, name, year, folder, format };
        build.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, async session =>
        {
            var formats = parsed.GetValue(format)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (formats.Length == 0 || Array.Exists(formats, wanted => !Writers.ContainsKey(wanted)))
            {
                screen.Error($"--format kan vara {string.Join(" och ", Writers.Keys)}, skilda med komma.");
                return ExitCode.Usage;
            }

            var (found, boardId, exit) = await CommonOptions.FindBoard(session, parsed, level, name, parsed.GetValue(year), stop);
            if (!found)
                return exit;
            var (done, content, refused) = await screen.While("Bygger rapporten", () => session.Send(new BuildAnnualReport(parsed.GetValue(year), boardId), stop));
            if (!done)
                return refused;
            Directory.CreateDirectory(parsed.GetValue(folder)!);
            foreach (var (wanted, bytes) in formats.Distinct().Select(wanted => (wanted, Writers[wanted](content))).ToList())
            {
                var path = Path.Combine(parsed.GetValue(folder)!, $"{FileName(content)}.{wanted}");
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

    /// <summary>"arbetsmiljorapport-2024-socialnamnden": letters that every file system and mail program takes.</summary>
    private static string FileName(AnnualReportContent content)
    {
        var place = content.Level == ReportLevel.Board ? content.CoveredBoards[0] : content.Municipality;
        var name = new StringBuilder($"{content.Form.Key}-{content.Year}-");
        foreach (var letter in place.ToLowerInvariant())
        {
            var plain = letter switch { 'å' or 'ä' => 'a', 'ö' => 'o', 'é' => 'e', 'ü' => 'u', _ => letter };
            if (char.IsAsciiLetterOrDigit(plain))
                name.Append(plain);
            else if (name[^1] != '-')
                name.Append('-');
        }

        return name.ToString().TrimEnd('-');
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
