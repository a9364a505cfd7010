using DigiSam.Access;
using DigiSam.AnnualReports.Building;
using DigiSam.AnnualReports.Checking;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Records;
using DigiSam.Persistence;
using DigiSam.ReportForms;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

public enum SectionState
{
    /// <summary>The section should have a text, or an answer is missing in it.</summary>
    Waits,

    /// <summary>All that it should have is there.</summary>
    Done,

    /// <summary>Nothing needs to be written in it.</summary>
    Optional,
}

/// <summary>How far the writing of a section has come.</summary>
/// <param name="Number">The number of the text that holds; 0 when there is none.</param>
public sealed record SectionWriting(string Key, SectionState State, string Markdown, int Number, string? WrittenBy, DateTimeOffset? WrittenAt);

/// <summary>What a report below says in the section, to quote.</summary>
public sealed record SectionQuote(Guid PlaceId, string Place, ReportLevel Level, string Markdown);

/// <summary>A file that went out with a meeting notice.</summary>
public sealed record StoredFile(int Locking, int Version, string Format, string FileName, string Sha256, DateTimeOffset At);

/// <summary>A report in full: what it says, how far the writing has come, what stands behind the answers, and what has happened to it.</summary>
/// <param name="Quotes">From the reports below, in the section asked for.</param>
/// <param name="People">The names of those who have acted.</param>
/// <param name="MissingReports">Units whose reports it lacks.</param>
/// <param name="HasProcess">It runs by a process, as all do but those of earlier years that were imported.</param>
public sealed record ReportDetail(
    AnnualReport Report,
    string Place,
    AnnualReportContent Content,
    IReadOnlyList<SectionWriting> Writing,
    IReadOnlyDictionary<string, DerivedAnswer> Derived,
    IReadOnlyDictionary<string, ReportAnswerVersion> Declared,
    IReadOnlyList<SectionQuote> Quotes,
    IReadOnlyList<StoredFile> Files,
    IReadOnlyDictionary<Guid, string> People,
    int UnitsBelow,
    IReadOnlyList<string> MissingReports,
    bool HasProcess)
{
    /// <summary>Boards and units whose reports have changed since this one was completed.</summary>
    public IReadOnlyList<string> ChangedBelow { get; init; } = [];

    /// <summary>What the check before sending says, while the report can still be mended; null after.</summary>
    public CheckedReport? Check { get; init; }
}

/// <summary>Reads one report. <paramref name="Section"/> asks for what the reports below say in that section too.</summary>
[Needs(Permission.ReadReport)]
public sealed record ReadReport(Guid PlaceId, Guid ReportId, string? Section = null) : IQuery<ReportDetail>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ReadReportValidator : AbstractValidator<ReadReport>
{
    public ReadReportValidator() => this.HasReport();
}

internal sealed class ReadReportHandler(DigiSamContext database, Reports reports, ReportChecks checks, ChangedBelow changed) : IRequestHandler<ReadReport, ReportDetail>
{
    private const int MostQuotes = 60;

    public async Task<ReportDetail> Handle(ReadReport request, CancellationToken cancellationToken)
    {
        var report = await reports.Find(request, cancellationToken);
        var built = await reports.Build(report, cancellationToken);
        var check = report.Status is ReportStatus.Draft or ReportStatus.Completed ? await checks.Of(built, cancellationToken) : null;
        var files = await database.AnnualReportDocuments.AsNoTracking().Where(document => document.ReportId == report.Id)
            .OrderByDescending(document => document.Locking).ThenBy(document => document.Format)
            .Select(document => new StoredFile(document.Locking, document.Version, document.Format, document.FileName, document.Sha256, document.At))
            .ToListAsync(cancellationToken);
        var acted = report.History.Select(happened => happened.PersonId).Concat(report.Statements.Select(said => said.PersonId))
            .Concat(built.Writing.Texts.Values.Select(text => text.PersonId)).Concat(built.Writing.Answers.Values.Select(answer => answer.PersonId))
            .Concat(check?.Findings.Select(judged => judged.Accepted?.PersonId).OfType<Guid>() ?? []).Distinct().ToList();
        var people = await database.People.AsNoTracking().Where(person => acted.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return new ReportDetail(
            report,
            built.Place.Name,
            built.Content,
            [.. built.Form.Sections.Zip(built.Content.Sections, (form, content) => Writing(form, content, built.Writing, people))],
            built.Derived,
            built.Writing.Answers,
            request.Section is null || report.Level == ReportLevel.Unit ? [] : await Quotes(report, built, request.Section, cancellationToken),
            files,
            people,
            report.Level == ReportLevel.Unit ? 0 : built.Units.Count,
            report.Level == ReportLevel.Unit ? [] : [.. built.Units.Where(unit => !unit.Counts).Select(unit => unit.Name)],
            await database.Processes.AnyAsync(process => process.SubjectId == report.Id, cancellationToken))
        {
            ChangedBelow = await changed.Since(report, built.Units, cancellationToken),
            Check = check,
        };
    }

    private static SectionWriting Writing(FormSection form, SectionContent content, ReportWriting writing, Dictionary<Guid, string> people)
    {
        var text = writing.Texts.GetValueOrDefault(form.Key);
        var waits = (content.Narrative.Required && content.Narrative.Blocks.Count == 0) || content.Questions.Any(question => question.Answered == 0 && question.Expected == 1);
        var state = waits ? SectionState.Waits : content.Narrative.Required || content.Questions.Count > 0 || content.Narrative.Blocks.Count > 0 ? SectionState.Done : SectionState.Optional;
        return new SectionWriting(form.Key, state, text?.Markdown ?? "", text?.Number ?? 0, text is null ? null : people.GetValueOrDefault(text.PersonId), text?.At);
    }

    /// <summary>What the level below wrote: units in a board's or administration's report, boards in the municipality's.</summary>
    private async Task<IReadOnlyList<SectionQuote>> Quotes(AnnualReport report, BuiltReport built, string section, CancellationToken stop)
    {
        var units = built.Units.Where(unit => unit.Counts).Select(unit => unit.UnitId).ToHashSet();
        var texts = await (
            from text in database.SectionTextVersions.AsNoTracking()
            join below in database.AnnualReports on text.ReportId equals below.Id
            join place in database.Places on below.PlaceId equals place.Id
            where below.ReportYear == report.ReportYear && below.Status != ReportStatus.Draft && text.SectionKey == section && text.Markdown != ""
                && (report.Level == ReportLevel.Municipality ? below.Level == ReportLevel.Board : below.Level == ReportLevel.Unit)
                && !database.SectionTextVersions.Any(later => later.ReportId == text.ReportId && later.SectionKey == text.SectionKey && later.Number > text.Number)
            orderby place.SortKey, place.Id
            select new { below.PlaceId, place.Name, below.Level, text.Markdown }).ToListAsync(stop);
        return [.. texts.Where(text => report.Level == ReportLevel.Municipality || units.Contains(text.PlaceId))
            .Take(MostQuotes).Select(text => new SectionQuote(text.PlaceId, text.Name, text.Level, text.Markdown))];
    }
}
