using DigiSam.Access;
using DigiSam.AnnualReports.Building;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>A place that reports, and how far its report has come; no report while it is not begun.</summary>
/// <param name="Texts">Sections with text, of <paramref name="TextsWanted"/> that should have one.</param>
/// <param name="Answers">Questions that someone has answered, of <paramref name="Questions"/>; 0 above the units.</param>
public sealed record ReportRow(
    Guid PlaceId, string Place, ReportLevel Level, Guid? ReportId, ReportStatus? Status, int Version, string? CaseNumber, int Texts, int TextsWanted, int Answers, int Questions);

/// <summary>A page of the reports in a place and below it, what all of them sum up to, and the calendar year that they concern.</summary>
/// <param name="ByStatus">How many there are in each state; the key null counts those that are not begun.</param>
public sealed record ReportList(IReadOnlyList<ReportRow> Rows, int Total, int? ConcernsYear, ReportRow? Own, IReadOnlyList<(ReportStatus? Status, int Number)> ByStatus);

/// <summary>The reports of a year in a place and everything below it, from the top down.</summary>
/// <param name="Level">Only those of this level.</param>
/// <param name="Status">Only those in this state.</param>
/// <param name="OnlyNotBegun">Only places without a report.</param>
[Needs(Permission.ReadReport)]
public sealed record ListReports(Guid PlaceId, int Year, ReportLevel? Level = null, ReportStatus? Status = null, bool OnlyNotBegun = false, int Page = 1) : IQuery<ReportList>
{
    public const int PageSize = 50;

    public ActsOn Place => new(PlaceId);
}

internal sealed class ListReportsValidator : AbstractValidator<ListReports>
{
    public ListReportsValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Year).ReportYear();
        RuleFor(query => query.Page).GreaterThan(0).WithName("Sidan");
    }
}

internal sealed class ListReportsHandler(DigiSamContext database, InstalledDefinitions definitions) : IRequestHandler<ListReports, ReportList>
{
    public async Task<ReportList> Handle(ListReports request, CancellationToken cancellationToken)
    {
        var form = definitions.FormFor(request.Year);
        var day = form.Organisation.In(request.Year);
        var whole = await database.Municipalities.AnyAsync(municipality => municipality.Id == request.PlaceId, cancellationToken);
        var places = await database.Places.AsNoTracking()
            .Where(place => place.ValidFrom <= day && day <= place.ValidTo
                && (whole || place.Id == request.PlaceId || database.PlaceScopes.Any(scope => scope.AncestorId == request.PlaceId && scope.DescendantId == place.Id
                    && scope.ValidFrom <= day && day <= scope.ValidTo)))
            .OrderBy(place => place.SortKey).ThenBy(place => place.Id)
            .ToListAsync(cancellationToken);
        var reports = await database.AnnualReports.AsNoTracking().Where(report => report.ReportYear == request.Year).ToDictionaryAsync(report => report.PlaceId, cancellationToken);
        var all = places.Select(place => Row(place, reports.GetValueOrDefault(place.Id), form.Questions.Count(), form.Sections.Count(section => section.TextRequired)))
            .OrderByDescending(row => row.Level).ToList();
        var wanted = all.Where(row => (request.Level is null || row.Level == request.Level) && (request.Status is null || row.Status == request.Status)
            && (!request.OnlyNotBegun || row.ReportId is null)).ToList();
        var shown = wanted.Skip((request.Page - 1) * ListReports.PageSize).Take(ListReports.PageSize).ToList();
        var own = all.Find(row => row.PlaceId == request.PlaceId);
        var required = form.Sections.Where(section => section.TextRequired).Select(section => section.Key).ToList();
        var filled = await Fill([.. shown, .. own is null ? [] : new[] { own }], required, cancellationToken);
        return new ReportList(
            [.. shown.Select(row => filled[row.PlaceId])],
            wanted.Count,
            form.RecordsYear(request.Year),
            own is null ? null : filled[own.PlaceId],
            [.. all.GroupBy(row => row.Status).Select(same => (same.Key, same.Count())).OrderBy(state => state.Key)]);
    }

    private static ReportRow Row(Place place, AnnualReport? report, int questions, int texts)
    {
        var level = ReportBuilder.LevelOf(place);
        return new ReportRow(
            place.Id, place.Name, level, report?.Id, report?.Status, report?.Version ?? 1, report?.CaseNumber, 0, texts, 0, level == ReportLevel.Unit ? questions : 0);
    }

    private async Task<Dictionary<Guid, ReportRow>> Fill(IReadOnlyList<ReportRow> rows, List<string> required, CancellationToken stop)
    {
        var ids = rows.Select(row => row.ReportId).OfType<Guid>().ToList();
        var texts = await database.SectionTextVersions.AsNoTracking()
            .Where(text => ids.Contains(text.ReportId) && text.Markdown != "" && required.Contains(text.SectionKey)
                && !database.SectionTextVersions.Any(later => later.ReportId == text.ReportId && later.SectionKey == text.SectionKey && later.Number > text.Number))
            .GroupBy(text => text.ReportId).Select(same => new { same.Key, Number = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Number, stop);
        var answers = await database.ReportAnswerVersions.AsNoTracking().Where(answer => ids.Contains(answer.ReportId))
            .Select(answer => new { answer.ReportId, answer.QuestionKey }).Distinct()
            .GroupBy(answer => answer.ReportId).Select(same => new { same.Key, Number = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Number, stop);
        return rows.DistinctBy(row => row.PlaceId).ToDictionary(row => row.PlaceId, row => row.ReportId is not { } id ? row : row with
        {
            Texts = texts.GetValueOrDefault(id),
            Answers = row.Level == ReportLevel.Unit ? answers.GetValueOrDefault(id) : 0,
        });
    }
}
