using System.Globalization;
using DigiSam.Access;
using DigiSam.AnnualReports.Building;
using DigiSam.AnnualReports.Content;
using DigiSam.Installation;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.ReportForms;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports;

/// <summary>
/// The annual report of the municipality (<paramref name="BoardId"/> null) or of a board, from what is recorded now. It can be
/// built at any time; what is missing is listed in it.
/// </summary>
[Needs(Permission.ReadReport)]
public sealed record BuildAnnualReport(int Year, Guid? BoardId) : IQuery<AnnualReportContent>
{
    public ActsOn Place => new(BoardId);
}

internal sealed class BuildAnnualReportValidator : AbstractValidator<BuildAnnualReport>
{
    public BuildAnnualReportValidator() => RuleFor(query => query.Year).ReportYear();
}

internal sealed class BuildAnnualReportHandler(DigiSamContext database, InstalledDefinitions definitions, ReportAnswers reportAnswers)
    : IRequestHandler<BuildAnnualReport, AnnualReportContent>
{
    public async Task<AnnualReportContent> Handle(BuildAnnualReport request, CancellationToken cancellationToken)
    {
        var (year, form) = (request.Year, definitions.FormFor(request.Year));
        var municipality = await database.Municipalities.AsNoTracking().SingleAsync(cancellationToken);
        var given = await reportAnswers.Read(year, form, cancellationToken);
        var board = request.BoardId is null ? null : given.Boards.FirstOrDefault(board => board.Id == request.BoardId)
            ?? throw new BoardDoesNotReport(year);
        Place place = board is null ? municipality : board;

        var values = await database.MetricValues.AsNoTracking()
            .Where(value => value.ReportYear == year && value.ReplacedById == null)
            .ToListAsync(cancellationToken);
        var texts = await database.SectionTexts.AsNoTracking()
            .Where(text => text.ReportYear == year && text.PlaceId == place.Id && text.ReplacedById == null)
            .ToDictionaryAsync(text => text.SectionKey, cancellationToken);
        if (values.Count == 0 && texts.Count == 0 && given.Answers.Count == 0)
            throw new NothingToReport(year);
        var used = values.Where(value => value.PlaceId == place.Id).Select(value => value.ImportId).Concat(texts.Values.Select(text => text.ImportId)).ToHashSet();
        var imports = await database.ImportBatches.AsNoTracking().Where(batch => used.Contains(batch.Id)).ToDictionaryAsync(batch => batch.Id, cancellationToken);

        var figures = new Figures(definitions.Metrics, place.Id, place.Name, values, await Hidden(values, municipality.Id, given.Boards, cancellationToken), imports);
        var tables = new FigureTables(figures, form, year);
        var questions = new Questions(given, place.Id, place.Name, board is null ? ReportLevel.Municipality : ReportLevel.Board);
        List<SectionContent> sections = [.. form.Sections.Select((section, index) => Section(section, index + 1))];
        var newest = imports.Values.Select(batch => (DateTimeOffset?)batch.ImportedAt)
            .Concat(sections.SelectMany(section => section.Questions).Select(question => question.Provenance.NewestInput))
            .Concat(sections.SelectMany(section => section.Questions).Select(question => question.Override?.RecordedAt))
            .Max();
        return new AnnualReportContent(
            year,
            board is null ? ReportLevel.Municipality : ReportLevel.Board,
            $"{form.Title.Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}{(board is null ? "" : $" för {board.Name}")}",
            municipality.Name,
            board is null ? [.. given.Boards.Select(covered => covered.Name)] : [board.Name],
            new FormReference(form.Key, form.Year, form.Sha256),
            newest,
            sections,
            ReportGaps.In(sections, form, year));

        SectionContent Section(FormSection section, int number)
        {
            var filled = section.Tables.Select(table => (Form: table, Content: tables.Fill(table))).Where(table => table.Content is not null).ToList();
            return new SectionContent(
                section.Key,
                number,
                section.Title,
                [.. filled.Select(table => table.Content!)],
                [.. section.Questions.Select(questions.Answer)],
                [.. filled.SelectMany(table => FactSentences.About(table.Form, table.Content!, definitions.Metrics))],
                new NarrativeContent(section.TextRequired, texts.TryGetValue(section.Key, out var text) ? Narratives.Blocks(text.Markdown) : []));
        }
    }

    /// <summary>What must not be shown, seen over all places of the year and, for the same period, over all years.</summary>
    private async Task<IReadOnlySet<MetricKey>> Hidden(List<MetricValue> values, Guid municipality, IReadOnlyList<Board> boards, CancellationToken stop)
    {
        var small = await database.MetricValues.AsNoTracking()
            .Where(value => value.Suppressed && value.ReplacedById == null && value.Period != null)
            .ToListAsync(stop);
        return Disclosure.Hidden(values, definitions.Metrics, municipality, [.. boards.Select(board => board.Id)], small.Select(HiddenPeriod.Of).ToHashSet());
    }
}

/// <summary>Nothing at all is recorded for the year: more likely a wrong year or folder than an empty report.</summary>
public sealed class NothingToReport(int year)
    : BrokenRule($"Det finns varken värden, svar eller texter för rapporten {year}. Kontrollera året, och att du står i rätt mapp eller anger rätt --data.");

/// <summary>The board does not exist on the day whose organisation reports.</summary>
public sealed class BoardDoesNotReport(int year) : BrokenRule($"Nämnden fanns inte i organisationen som rapporterar för {year}.");
