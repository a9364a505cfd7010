using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// Decides, in a report above the units, that another answer than the computed one holds, with the reason; without an answer
/// the computed one holds again.
/// </summary>
[Needs(Permission.WriteReport)]
public sealed record OverrideAnswer(Guid PlaceId, Guid ReportId, Guid Id, string QuestionKey, ReportAnswer? Answer, string? Reason)
    : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class OverrideAnswerValidator : AbstractValidator<OverrideAnswer>
{
    public OverrideAnswerValidator()
    {
        this.HasReport();
        RuleFor(command => command.Id).NotEmpty().WithName("Beslutets id");
        RuleFor(command => command.QuestionKey).NotEmpty().WithName("Frågan");
        RuleFor(command => command.Answer).Must(answer => answer is null || (Enum.IsDefined(answer.Value) && answer != ReportAnswer.Undetermined))
            .WithMessage("Välj Ja, Delvis, Nej eller Ej aktuellt.");
        RuleFor(command => command.Reason).MaximumLength(2000).WithName("Motiveringen");
    }
}

internal sealed class OverrideAnswerHandler(DigiSamContext database, Reports reports, TimeProvider clock) : IRequestHandler<OverrideAnswer, Nothing>
{
    public async Task<Nothing> Handle(OverrideAnswer request, CancellationToken cancellationToken)
    {
        var report = await reports.Find(request, cancellationToken);
        var made = await database.AnswerOverrideVersions.AsNoTracking()
            .Where(changed => changed.ReportId == report.Id && changed.QuestionKey == request.QuestionKey)
            .OrderByDescending(changed => changed.Number).ToListAsync(cancellationToken);
        if (made.Exists(changed => changed.Id == request.Id))
            return Nothing.Value;
        report.MustBeDraft();
        if (report.Level == ReportLevel.Unit)
            throw new UnitsAnswerThemselves();
        var built = await reports.Build(report, cancellationToken);
        var question = built.Content.Sections.SelectMany(section => section.Questions).FirstOrDefault(question => question.Key == request.QuestionKey)
            ?? throw new NotInTheForm(report.ReportYear);
        database.AnswerOverrideVersions.Add(new AnswerOverrideVersion(
            request.Id, report.Id, request.QuestionKey, made.FirstOrDefault()?.Number + 1 ?? 1, request.Answer, request.Reason, question.Computed, reports.Actor, clock.GetUtcNow()));
        return Nothing.Value;
    }
}
