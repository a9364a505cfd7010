using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// Declares a unit's answer to a question. One that differs from what the records say is allowed, and needs a comment.
/// </summary>
[Needs(Permission.WriteReport)]
public sealed record SaveAnswer(Guid PlaceId, Guid ReportId, Guid Id, string QuestionKey, ReportAnswer Answer, string? Comment)
    : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class SaveAnswerValidator : AbstractValidator<SaveAnswer>
{
    public SaveAnswerValidator()
    {
        this.HasReport();
        RuleFor(command => command.Id).NotEmpty().WithName("Svarets id");
        RuleFor(command => command.QuestionKey).NotEmpty().WithName("Frågan");
        RuleFor(command => command.Answer).Must(answer => Enum.IsDefined(answer) && answer != ReportAnswer.Undetermined)
            .WithMessage("Välj Ja, Delvis, Nej eller Ej aktuellt.");
        RuleFor(command => command.Comment).MaximumLength(2000).WithName("Kommentaren");
    }
}

internal sealed class SaveAnswerHandler(DigiSamContext database, Reports reports, TimeProvider clock) : IRequestHandler<SaveAnswer, Nothing>
{
    public async Task<Nothing> Handle(SaveAnswer request, CancellationToken cancellationToken)
    {
        var report = await reports.FindOwn(request, cancellationToken);
        var given = await database.ReportAnswerVersions.AsNoTracking()
            .Where(answer => answer.ReportId == report.Id && answer.QuestionKey == request.QuestionKey)
            .OrderByDescending(answer => answer.Number).ToListAsync(cancellationToken);
        if (given.Exists(answer => answer.Id == request.Id))
            return Nothing.Value;
        report.MustBeDraft();
        if (report.Level != ReportLevel.Unit)
            throw new HigherAnswersAreComputed();
        var built = await reports.Build(report, cancellationToken);
        if (built.Form.Questions.All(question => question.Key != request.QuestionKey))
            throw new NotInTheForm(report.ReportYear);
        database.ReportAnswerVersions.Add(new ReportAnswerVersion(
            request.Id, report.Id, request.QuestionKey, given.FirstOrDefault()?.Number + 1 ?? 1, request.Answer, request.Comment,
            built.Derived.GetValueOrDefault(request.QuestionKey)?.Answer, taken: false, built.Form.Sha256, reports.Actor, clock.GetUtcNow()));
        return Nothing.Value;
    }
}
