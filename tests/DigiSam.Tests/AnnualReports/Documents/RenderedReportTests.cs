using System.Diagnostics;
using DigiSam.AnnualReports.Documents;

namespace DigiSam.Tests.AnnualReports.Documents;

public sealed class RenderedReportTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digisam-report-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task LibreOffice_renders_the_report_on_A4_with_its_tables()
    {
        var soffice = OnPath("soffice");
        if (soffice is null)
            Assert.Skip("LibreOffice (soffice) finns inte på den här datorn.");

        var docx = Path.Combine(_folder.FullName, "rapport.docx");
        await File.WriteAllBytesAsync(docx, AnnualReportDocx.Write(SampleReport.Create()));
        var profile = new Uri(Path.Combine(_folder.FullName, "profil")).AbsoluteUri;
        await Run(soffice, $"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName, docx);

        var pdf = Path.Combine(_folder.FullName, "rapport.pdf");
        Assert.True(File.Exists(pdf));
        if (OnPath("pdfinfo") is { } pdfinfo)
        {
            var facts = await Run(pdfinfo, pdf);
            Assert.Contains("(A4)", facts, StringComparison.Ordinal);
            Assert.Contains("Arbetsmiljörapport 2024", facts, StringComparison.Ordinal);
        }

        if (OnPath("pdftotext") is { } pdftotext)
        {
            var text = await Run(pdftotext, "-layout", pdf, "-");
            Assert.Matches(@"Total sjukfrånvaro\s+7,4\s+8,2\s+−0,8", text);
            Assert.Matches(@"Sida 2 \(\d+\)", text);
            Assert.Contains("Tabell 3. Sjukfrånvaro, procent", text, StringComparison.Ordinal);
        }
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
        .FirstOrDefault(File.Exists);

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, await errors);
            return await output;
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} blev inte klar inom {Limit}.", late);
        }
    }
}
