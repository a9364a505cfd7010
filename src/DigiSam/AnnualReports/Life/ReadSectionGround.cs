using DigiSam.Access;
using DigiSam.AnnualReports.Records;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.ReportForms;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// What a writer has to go by in a section: what the place's report, or that of what it was called before, said in it the year before, and
/// for those who read measures how a unit's turned out.
/// </summary>
[Needs(Permission.ReadReport)]
public sealed record ReadSectionGround(Guid PlaceId, Guid ReportId, string Section) : IQuery<SectionGround>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>What a writer has to go by.</summary>
/// <param name="Before">Null when the place had no text in the section.</param>
/// <param name="Measures">Empty but in a unit's section about them.</param>
public sealed record SectionGround(TextBefore? Before, IReadOnlyList<EvaluatedMeasure> Measures);

/// <summary>A text of an earlier report.</summary>
/// <param name="Year">The report's name year.</param>
public sealed record TextBefore(int Year, string Markdown);

internal sealed class ReadSectionGroundValidator : AbstractValidator<ReadSectionGround>
{
    public ReadSectionGroundValidator()
    {
        this.HasReport();
        RuleFor(query => query.Section).NotEmpty().MaximumLength(FormSection.LongestKey).WithName("Avsnittet");
    }
}

internal sealed class ReadSectionGroundHandler(DigiSamContext database, InstalledDefinitions definitions, EvaluatesMeasures measures, AccessCheck access) : IRequestHandler<ReadSectionGround, SectionGround>
{
    public async Task<SectionGround> Handle(ReadSectionGround request, CancellationToken cancellationToken)
    {
        var report = await database.AnnualReports.AsNoTracking()
            .Where(report => report.Id == request.ReportId && report.PlaceId == request.PlaceId)
            .Select(report => new { report.ReportYear, report.Level, Predecessor = database.Places.Where(place => place.Id == report.PlaceId).Select(place => place.PredecessorId).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken) ?? throw new ReportIsUnknown();
        var form = definitions.FormFor(report.ReportYear);
        var isAboutMeasures = report.Level == ReportLevel.Unit && form.Sections.Any(section => section.Key == request.Section && section.Facts.Contains(RecordFacts.Measures));
        return new SectionGround(
            await Before(report.ReportYear - 1, request.PlaceId, request.Section, cancellationToken) ?? (report.Predecessor is { } old ? await Before(report.ReportYear - 1, old, request.Section, cancellationToken) : null),
            isAboutMeasures && form.RecordsYear(report.ReportYear) is { } year && await access.Reaches(Permission.ReadMeasures, request.PlaceId, cancellationToken) ? await measures.Of(request.PlaceId, year, cancellationToken) : []);
    }

    private async Task<TextBefore?> Before(int year, Guid place, string section, CancellationToken stop)
    {
        var written = await (
            from report in database.AnnualReports.AsNoTracking()
            where report.ReportYear == year && report.PlaceId == place
            join text in database.SectionTextVersions on report.Id equals text.ReportId
            where text.SectionKey == section
            orderby text.Number descending
            select text.Markdown).FirstOrDefaultAsync(stop);
        written ??= await database.SectionTexts.AsNoTracking()
            .Where(text => text.ReportYear == year && text.PlaceId == place && text.SectionKey == section && text.ReplacedById == null)
            .Select(text => text.Markdown).FirstOrDefaultAsync(stop);
        return string.IsNullOrWhiteSpace(written) ? null : new TextBefore(year, written);
    }
}
