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
/// Takes in the answers that the municipality published (columns question and published_answer; section, rule and remark if
/// there). A row with a remark overrides the computed answer, with the remark as its reason. A row without one overrides
/// nothing: the report's own answer holds, and a difference is pointed out.
/// </summary>
[Needs(Permission.ImportAnswers)]
public sealed record ImportPublishedAnswers(int Year, string FileName, byte[] Content, bool DryRun) : ICommand<ImportReport>, ICanBeTried
{
    public ActsOn Place => ActsOn.Municipality;

    /// <summary>Whether the file's header is that of published answers.</summary>
    public static bool Recognises(string fileName, byte[] content) => AnswersFile.IsPublished(TableFile.Read(fileName, content));
}

internal sealed class ImportPublishedAnswersValidator : AbstractValidator<ImportPublishedAnswers>
{
    public ImportPublishedAnswersValidator()
    {
        RuleFor(command => command.Year).ReportYear();
        RuleFor(command => command.FileName).NotEmpty().WithName("Filens namn");
    }
}

internal sealed class ImportPublishedAnswersHandler(
    DigiSamContext database, InstalledDefinitions definitions, ReportAnswers reportAnswers, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ImportPublishedAnswers, ImportReport>
{
    private sealed record PublishedAnswer(int Line, FormQuestion Question, ReportAnswer Answer, string? Remark);

    public async Task<ImportReport> Handle(ImportPublishedAnswers request, CancellationToken cancellationToken)
    {
        var form = definitions.FormFor(request.Year);
        var table = TableFile.Read(request.FileName, request.Content);
        var published = Read(table, form);
        var municipality = await database.Municipalities.SingleAsync(cancellationToken);
        var computed = await reportAnswers.Read(request.Year, form, cancellationToken);

        var batch = new ImportBatch(ImportKind.PublishedAnswers, request.FileName, request.Content, table.Rows.Count, request.Year, clock.GetUtcNow(), actor.PersonId);
        var overrides = published.Where(row => row.Remark is not null && computed.Municipality(row.Question).Answer != row.Answer)
            .Select(row => new AnswerOverride(request.Year, municipality.Id, row.Question.Key, row.Answer, row.Remark!, computed.Municipality(row.Question).Answer, batch.ImportedAt, batch.Id, row.Line))
            .ToList();
        var holding = await database.AnswerOverrides
            .Where(changed => changed.ReportYear == request.Year && changed.ReplacedById == null && changed.PlaceId == municipality.Id)
            .ToListAsync(cancellationToken);
        database.ImportBatches.Add(batch);
        var counts = await Replacement.Apply(
            database, holding, overrides, changed => changed.QuestionKey, (one, other) => one.SaysTheSameAs(other), batch.Id, cancellationToken);

        var warnings = published.Where(row => row.Remark is null).Select(row => Difference(row, computed)).OfType<RowFault>().ToList();
        if (counts.Withdrawn > 0)
            warnings.Add(new RowFault(0, $"{counts.Withdrawn} tidigare åsidosatta svar finns inte i filen och gäller inte längre"));
        return new ImportReport(
            request.FileName, $"Publicerade svar {request.Year} ({(overrides.Count == 1 ? "ett gäller" : $"{overrides.Count} gäller")} i stället för det beräknade svaret)", table.Rows.Count,
            counts.Added, counts.Replaced, table.Rows.Count - counts.Added - counts.Replaced,
            AlreadyImported: counts is { Added: 0, Replaced: 0, Withdrawn: 0 } && overrides.Count > 0, warnings);
    }

    private static RowFault? Difference(PublishedAnswer row, ReportAnswers.Given computed)
    {
        var result = computed.Municipality(row.Question);
        if (result.Answered == 0)
            return new RowFault(row.Line, $"det publicerade svaret {row.Answer.ToSwedish()} kan inte jämföras: nämndernas svar är inte importerade");
        return result.Answer == row.Answer
            ? null
            : new RowFault(row.Line, $"det publicerade svaret {row.Answer.ToSwedish()} skiljer sig från det beräknade {result.Answer.ToSwedish()} och saknar motivering (remark); det beräknade gäller");
    }

    private static List<PublishedAnswer> Read(TableFile table, ReportForm form)
    {
        var faults = table.Faults;
        var section = AnswersFile.Column(table, faults, needed: false, "section", "avsnitt");
        var question = AnswersFile.Column(table, faults, needed: true, "question", "fråga");
        var rule = AnswersFile.Column(table, faults, needed: false, "rule", "regel");
        var answer = AnswersFile.Column(table, faults, needed: true, "published_answer", "publicerat_svar");
        var remark = AnswersFile.Column(table, faults, needed: false, "remark", "motivering");
        AnswersFile.RefuseUnknownColumns(table, faults, section, question, rule, answer, remark);
        faults.ThrowIfHeader();

        var rows = new Dictionary<string, PublishedAnswer>();
        foreach (var row in table.Rows)
        {
            var asked = AnswersFile.Question(form, row, question, faults);
            var said = AnswersFile.Answer(row, answer, faults);
            var reason = AnswersFile.Text(row, remark, faults);
            if (asked is not null && rule >= 0 && row.Cells[rule].Length > 0 && !row.Cells[rule].Equals($"{asked.Rule}", StringComparison.OrdinalIgnoreCase))
                faults.Add(row.Line, $"regeln är {row.Cells[rule]} här men {$"{asked.Rule}".ToLowerInvariant()} i formuläret");
            if (asked is not null && section >= 0 && row.Cells[section].Length > 0 && form.FindSection(row.Cells[section])?.Questions.Contains(asked) != true)
                faults.Add(row.Line, $"frågan står inte i avsnittet \"{row.Cells[section]}\" i formuläret");
            if (asked is null || said is null)
                continue;
            if (!rows.TryAdd(asked.Key, new PublishedAnswer(row.Line, asked, said.Value, reason)))
                faults.Add(row.Line, $"raden upprepar rad {rows[asked.Key].Line}");
        }

        faults.ThrowIfAny();
        return [.. rows.Values];
    }
}
