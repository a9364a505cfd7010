using DigiSam.Access;
using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.ReportForms;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports;

/// <summary>
/// Takes in the boards' answers to the questions of a year's form (columns board, question, answer and, if there, basis and
/// comment). For the boards in the file it replaces all earlier answers.
/// </summary>
[Needs(Permission.ImportAnswers)]
public sealed record ImportAnswers(int Year, string FileName, byte[] Content, bool DryRun) : ICommand<ImportReport>, ICanBeTried
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ImportAnswersValidator : AbstractValidator<ImportAnswers>
{
    public ImportAnswersValidator()
    {
        RuleFor(command => command.Year).ReportYear();
        RuleFor(command => command.FileName).NotEmpty().WithName("Filens namn");
    }
}

internal sealed class ImportAnswersHandler(DigiSamContext database, InstalledDefinitions definitions, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ImportAnswers, ImportReport>
{
    private static readonly Dictionary<string, AnswerBasis> Bases = new()
    {
        ["declared"] = AnswerBasis.Declared,
        ["lämnat"] = AnswerBasis.Declared,
        ["documented"] = AnswerBasis.Documented,
        ["dokumenterat"] = AnswerBasis.Documented,
        ["constructed"] = AnswerBasis.Constructed,
        ["konstruerat"] = AnswerBasis.Constructed,
    };

    public async Task<ImportReport> Handle(ImportAnswers request, CancellationToken cancellationToken)
    {
        var form = definitions.FormFor(request.Year);
        var table = TableFile.Read(request.FileName, request.Content);
        var boards = await PlaceNames.Read<Board>(database, form.Organisation.In(request.Year), cancellationToken);
        var batch = new ImportBatch(ImportKind.Answers, request.FileName, request.Content, table.Rows.Count, request.Year, clock.GetUtcNow(), actor.PersonId);
        var answers = Read(table, request.Year, form, boards, batch.Id);
        var concerned = answers.Select(answer => answer.BoardId).Distinct().ToList();
        var holding = await database.BoardAnswers
            .Where(answer => answer.ReportYear == request.Year && answer.ReplacedById == null && concerned.Contains(answer.BoardId))
            .ToListAsync(cancellationToken);
        database.ImportBatches.Add(batch);
        var counts = await Replacement.Apply(
            database, holding, answers, answer => (answer.BoardId, answer.QuestionKey), (one, other) => one.SaysTheSameAs(other), batch.Id, cancellationToken);

        var warnings = Missing(form, boards, answers).ToList();
        if (counts.Withdrawn > 0)
            warnings.Add(new RowFault(0, $"{counts.Withdrawn} tidigare svar finns inte i filen och gäller inte längre"));
        return new ImportReport(
            request.FileName, $"Nämndernas svar {request.Year}", table.Rows.Count, counts.Added, counts.Replaced, counts.Unchanged,
            AlreadyImported: counts is { Added: 0, Replaced: 0, Withdrawn: 0 }, warnings);
    }

    private static List<BoardAnswer> Read(TableFile table, int year, ReportForm form, PlaceNames boards, Guid importId)
    {
        var faults = table.Faults;
        var board = AnswersFile.Column(table, faults, needed: true, "board", "nämnd");
        var question = AnswersFile.Column(table, faults, needed: true, "question", "fråga");
        var answer = AnswersFile.Column(table, faults, needed: true, "answer", "svar");
        var basis = AnswersFile.Column(table, faults, needed: false, "basis", "grund");
        var comment = AnswersFile.Column(table, faults, needed: false, "comment", "kommentar");
        AnswersFile.RefuseUnknownColumns(table, faults, board, question, answer, basis, comment);
        faults.ThrowIfHeader();

        var answers = new Dictionary<(Guid, string), BoardAnswer>();
        foreach (var row in table.Rows)
        {
            var by = boards.Find(row.Cells[board]);
            if (by is null)
                faults.Add(row.Line, boards.Unknown("nämnden", row.Cells[board]));
            var asked = AnswersFile.Question(form, row, question, faults);
            var said = AnswersFile.Answer(row, answer, faults);
            var note = AnswersFile.Text(row, comment, faults);
            var rests = AnswerBasis.Declared;
            if (basis >= 0 && row.Cells[basis].Length > 0 && !Bases.TryGetValue(SwedishText.Fold(row.Cells[basis]), out rests))
                faults.Add(row.Line, $"grunden \"{row.Cells[basis]}\" är okänd; skriv declared, documented eller constructed");
            if (by is null || asked is null || said is null)
                continue;
            var read = new BoardAnswer(year, by.Id, asked.Key, said.Value, rests, note, form.Sha256, importId, row.Line);
            if (!answers.TryAdd((by.Id, asked.Key), read))
                faults.Add(row.Line, $"raden upprepar rad {answers[(by.Id, asked.Key)].Line}");
        }

        faults.ThrowIfAny();
        return [.. answers.Values];
    }

    private static IEnumerable<RowFault> Missing(ReportForm form, PlaceNames boards, List<BoardAnswer> answers) =>
        from place in boards.Places
        let unanswered = form.Questions.Count(question => !answers.Exists(answer => answer.BoardId == place.Id && answer.QuestionKey == question.Key))
        where unanswered > 0
        select new RowFault(0, $"{place.Name}: {unanswered} av {form.Questions.Count()} frågor saknar svar i filen");
}
