using DigiSam.Access;
using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.ReportForms;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports;

/// <summary>
/// Takes in the texts of a report from a Markdown file: each heading of the first level is a section's title, and what follows
/// is its text. For the report's place it replaces the texts of the sections in the file and leaves the others.
/// </summary>
[Needs(Permission.WriteReport)]
public sealed record ImportTexts(int Year, Guid? BoardId, string FileName, byte[] Content, bool DryRun) : ICommand<ImportReport>, ICanBeTried
{
    public ActsOn Place => new(BoardId);
}

internal sealed class ImportTextsValidator : AbstractValidator<ImportTexts>
{
    public ImportTextsValidator()
    {
        RuleFor(command => command.Year).ReportYear();
        RuleFor(command => command.FileName).NotEmpty().WithName("Filens namn");
        RuleFor(command => command.Content.Length).LessThanOrEqualTo(5 * 1024 * 1024).WithMessage("Filen med texter är större än 5 MB.");
    }
}

internal sealed class ImportTextsHandler(DigiSamContext database, InstalledDefinitions definitions, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ImportTexts, ImportReport>
{
    public async Task<ImportReport> Handle(ImportTexts request, CancellationToken cancellationToken)
    {
        var sections = Read(request.FileName, FileText.Decode(request.FileName, request.Content), definitions.FormFor(request.Year));
        var placeId = await PlaceOf(request, cancellationToken);
        var batch = new ImportBatch(ImportKind.Texts, request.FileName, request.Content, sections.Count, request.Year, clock.GetUtcNow(), actor.PersonId);
        var texts = sections.Select(section => new SectionText(request.Year, placeId, section.Key, section.Text, batch.Id, section.Line)).ToList();
        var keys = texts.Select(text => text.SectionKey).ToList();
        var holding = await database.SectionTexts
            .Where(text => text.ReportYear == request.Year && text.PlaceId == placeId && text.ReplacedById == null && keys.Contains(text.SectionKey))
            .ToListAsync(cancellationToken);
        database.ImportBatches.Add(batch);
        var counts = await Replacement.Apply(
            database, holding, texts, text => text.SectionKey, (one, other) => one.SaysTheSameAs(other), batch.Id, cancellationToken);
        return new ImportReport(
            request.FileName, $"Texter {request.Year}", sections.Count, counts.Added, counts.Replaced, counts.Unchanged,
            AlreadyImported: counts is { Added: 0, Replaced: 0 }, []);
    }

    /// <summary>The municipality, or a board that reports for the year; texts for any other place would never be read.</summary>
    private async Task<Guid> PlaceOf(ImportTexts request, CancellationToken stop)
    {
        if (request.BoardId is not { } boardId)
            return (await database.Municipalities.SingleAsync(stop)).Id;
        var date = definitions.FormFor(request.Year).Organisation.In(request.Year);
        return await database.Boards.AnyAsync(board => board.Id == boardId && board.ValidFrom <= date && date <= board.ValidTo, stop)
            ? boardId
            : throw new BoardDoesNotReport(request.Year);
    }

    private static List<(string Key, string Text, int Line)> Read(string file, string markdown, ReportForm form)
    {
        var faults = new FaultList(file);
        var sections = new List<(string Key, string Text, int Line)>();
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        (string Key, int Line, List<string> Text)? open = null;
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].Any(letter => char.IsControl(letter) && letter != '\t'))
                faults.Add(index + 1, "raden innehåller styrtecken");
            if (lines[index] is ['#', not ' ', ..] && form.FindSection(lines[index][1..].Trim()) is { } meant)
                faults.Add(index + 1, $"sätt ett mellanslag efter #, annars blir avsnittet \"{meant.Title}\" en del av texten före");
            if (lines[index].StartsWith("# ", StringComparison.Ordinal))
            {
                Close();
                var title = lines[index][2..].Trim();
                var section = form.FindSection(title);
                if (section is null)
                    faults.Add(index + 1, $"avsnittet \"{title}\" finns inte i formuläret för {form.Year}; avsnitten heter {string.Join(", ", form.Sections.Select(known => known.Title))}");
                else if (sections.Exists(read => read.Key == section.Key))
                    faults.Add(index + 1, $"avsnittet \"{title}\" finns två gånger");
                open = (section?.Key ?? "", index + 1, []);
            }
            else if (open is not null)
            {
                open.Value.Text.Add(lines[index]);
            }
            else if (lines[index].Trim().Length > 0)
            {
                faults.Add(index + 1, "text före den första avsnittsrubriken; börja med # och avsnittets titel");
            }
        }

        Close();
        if (sections.Count == 0)
            faults.Add(0, "filen har inga avsnitt; varje avsnitt börjar med # och avsnittets titel");
        faults.ThrowIfAny();
        return sections;

        void Close()
        {
            if (open is { } done)
                sections.Add((done.Key, string.Join('\n', done.Text).Trim(), done.Line));
        }
    }
}
