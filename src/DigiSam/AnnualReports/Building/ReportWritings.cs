using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Building;

/// <summary>A place's report with the texts, answers and overrides that hold in it; nothing while it is not begun.</summary>
internal sealed record ReportWriting(
    AnnualReport? Report,
    IReadOnlyDictionary<string, SectionTextVersion> Texts,
    IReadOnlyDictionary<string, ReportAnswerVersion> Answers,
    IReadOnlyDictionary<string, AnswerOverrideVersion> Overrides);

/// <summary>Reads what people have written in a report.</summary>
internal sealed class ReportWritings(DigiSamContext database)
{
    public async Task<ReportWriting> Read(int year, Guid placeId, CancellationToken stop) =>
        await Of(
            Known(year, placeId) ?? await database.AnnualReports
                .Include(report => report.History).Include(report => report.Statements).Include(report => report.Treatments).Include(report => report.Decisions)
                .AsSplitQuery()
                .SingleOrDefaultAsync(report => report.ReportYear == year && report.PlaceId == placeId, stop),
            stop);

    /// <summary>The report with all that hangs on it, when the request has found it already.</summary>
    private AnnualReport? Known(int year, Guid placeId) =>
        database.AnnualReports.Local.FirstOrDefault(report => report.ReportYear == year && report.PlaceId == placeId) is { } known && database.Entry(known).Collections.All(part => part.IsLoaded) ? known : null;

    private async Task<ReportWriting> Of(AnnualReport? report, CancellationToken stop)
    {
        if (report is null)
            return new ReportWriting(null, new Dictionary<string, SectionTextVersion>(), new Dictionary<string, ReportAnswerVersion>(), new Dictionary<string, AnswerOverrideVersion>());
        var texts = await database.SectionTextVersions.AsNoTracking()
            .Where(text => text.ReportId == report.Id
                && !database.SectionTextVersions.Any(later => later.ReportId == text.ReportId && later.SectionKey == text.SectionKey && later.Number > text.Number))
            .ToDictionaryAsync(text => text.SectionKey, stop);
        var answers = await database.ReportAnswerVersions.AsNoTracking().Where(answer => answer.ReportId == report.Id).ToListAsync(stop);
        var overrides = await database.AnswerOverrideVersions.AsNoTracking().Where(changed => changed.ReportId == report.Id).ToListAsync(stop);
        return new ReportWriting(
            report,
            texts,
            answers.GroupBy(answer => answer.QuestionKey).Select(same => same.MaxBy(answer => answer.Number)!)
                .Where(answer => report.Counts || !answer.IsTakenFromRecords).ToDictionary(answer => answer.QuestionKey),
            overrides.GroupBy(changed => changed.QuestionKey).ToDictionary(same => same.Key, same => same.MaxBy(changed => changed.Number)!));
    }
}
