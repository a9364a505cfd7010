using DigiSam.AnnualReports.Building;
using DigiSam.AnnualReports.Checking.Rules;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Installation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DigiSam.AnnualReports.Checking;

/// <summary>That a finding stands, why, and who says so.</summary>
public sealed record Acceptance(string Reason, Guid PersonId, DateTimeOffset At);

/// <summary>A finding, and whether someone lets it stand.</summary>
public sealed record JudgedFinding(Finding Finding, Acceptance? Accepted)
{
    /// <summary>The report cannot go on before it is mended or accepted.</summary>
    public bool Stops => Finding.Kind == FindingKind.Mend || (Finding.Kind == FindingKind.MendOrAccept && Accepted is null);
}

/// <summary>What the check before sending says of a report.</summary>
/// <param name="Findings">By section and place in the text.</param>
/// <param name="Agreeing">Statements of the texts that agree with the tables.</param>
public sealed record CheckedReport(IReadOnlyList<JudgedFinding> Findings, int Agreeing)
{
    /// <summary>Rules that failed: what they look for is not known.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    /// <summary>What must be mended or accepted before the report goes on.</summary>
    public IReadOnlyList<JudgedFinding> Stopping => [.. Findings.Where(judged => judged.Stops)];
}

/// <summary>Checks a report as it stands, and tells which findings are accepted.</summary>
internal sealed partial class ReportChecks(DigiSamContext database, InstalledDefinitions definitions, ILogger<ReportChecks> log)
{
    /// <summary>Names of places that have ended may be used for as long: the report tells of them.</summary>
    private const int YearsOfOldNames = 2;

    public async Task<CheckedReport> Of(BuiltReport built, CancellationToken stop)
    {
        var result = Look(built, await Names(built, stop), await Earlier(built, stop));
        foreach (var (rule, fault) in result.Failed)
            LogFailed(log, rule, built.Writing.Report?.Id, fault.GetType().Name, fault.StackTrace);
        var accepted = built.Writing.Report is { } written ? await Accepted(written.Id, stop) : [];
        return new CheckedReport([.. result.Findings.Select(finding => new JudgedFinding(finding, accepted.GetValueOrDefault(finding.Key)))], result.Agreeing) { Failed = [.. result.Failed.Select(failed => failed.Rule)] };
    }

    private CheckResult Look(BuiltReport built, KnownNames names, IReadOnlyList<EarlierReport> earlier)
    {
        try
        {
            return ReportCheck.Of(ReportToCheck.Of(built.Content, built.Form, definitions.Metrics, built.Place.Name, names, earlier));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new CheckResult([], 0, [new FailedRule("reading", fault)]);
        }
    }

    // Not the exception itself: its message may hold words of the report.
    [LoggerMessage(LogLevel.Error, "The rule {Rule} failed for the report {Report}: {Fault}\n{Trace}")]
    private static partial void LogFailed(ILogger log, string rule, Guid? report, string fault, string? trace);

    private async Task<Dictionary<string, Acceptance>> Accepted(Guid reportId, CancellationToken stop) => (await database.AcceptedFindings.AsNoTracking()
            .Where(accepted => accepted.ReportId == reportId).ToListAsync(stop))
        .GroupBy(accepted => accepted.FindingKey).Select(same => same.MaxBy(accepted => accepted.Number)!)
        .Where(accepted => accepted.Reason is not null)
        .ToDictionary(accepted => accepted.FindingKey, accepted => new Acceptance(accepted.Reason!, accepted.PersonId, accepted.At));

    private async Task<KnownNames> Names(BuiltReport built, CancellationToken stop)
    {
        var day = built.Form.Organisation.In(built.Content.Year);
        var first = day.AddYears(-YearsOfOldNames);
        var last = day.AddYears(1);
        var names = await database.Places.AsNoTracking().Where(place => place.ValidFrom <= last && first <= place.ValidTo).Select(place => new { place.Name, Place = place.Name }).ToListAsync(stop);
        var aliases = await database.PlaceAliases.AsNoTracking().Join(database.Places, alias => alias.PlaceId, place => place.Id, (alias, place) => new { alias.Name, Place = place.Name }).ToListAsync(stop);
        return new KnownNames(names.Concat(aliases).Select(name => (name.Name, name.Place)));
    }

    /// <summary>The newest decided documents of the place's reports of earlier years, each once.</summary>
    private async Task<IReadOnlyList<EarlierReport>> Earlier(BuiltReport built, CancellationToken stop)
    {
        var documents = await (
            from document in database.AnnualReportDocuments.AsNoTracking()
            join report in database.AnnualReports on document.ReportId equals report.Id
            where report.PlaceId == built.Place.Id && report.ReportYear < built.Content.Year && report.Status == ReportStatus.Decided && document.Locking == report.Locking && document.Format == "json"
            orderby report.ReportYear descending
            select new { report.ReportYear, document.Content }).Take(2).ToListAsync(stop);
        return [.. documents.Select(document => AnnualReportJson.Read(document.Content)).OfType<AnnualReportContent>()
            .Select(content => new EarlierReport(content.Title, content.Year, content.Sections.SelectMany(section => section.Tables).SelectMany(EarlierReportSaysOtherwise.CellsOf).DistinctBy(cell => cell.Key).ToDictionary(cell => cell.Key, cell => cell.Value)))];
    }
}
