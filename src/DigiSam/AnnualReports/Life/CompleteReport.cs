using DigiSam.Access;
using DigiSam.AnnualReports.Building;
using DigiSam.AnnualReports.Checking;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// The manager completes a report. What the records answered in a unit's report is kept with it, so that records which change
/// later do not change what was completed. Refused while the check has found what is neither mended nor accepted. The safety representative's word is asked for and never waited for.
/// </summary>
[Needs(Permission.CompleteReport)]
public sealed record CompleteReport(Guid PlaceId, Guid ReportId) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class CompleteReportValidator : AbstractValidator<CompleteReport>
{
    public CompleteReportValidator() => this.HasReport();
}

internal sealed class CompleteReportHandler(DigiSamContext database, Reports reports, ReportCourse course, ReportChecks checks, TimeProvider clock) : IRequestHandler<CompleteReport, Nothing>
{
    public async Task<Nothing> Handle(CompleteReport request, CancellationToken cancellationToken)
    {
        var report = await reports.FindOwn(request, cancellationToken);
        if (report.Status == ReportStatus.Completed)
            return Nothing.Value;
        var built = await reports.Build(report, cancellationToken);
        var questions = (from section in built.Content.Sections from question in section.Questions select (Question: question, Name: $"Avsnitt {section.Number}, {section.Title}: {question.Text}")).ToList();
        IReadOnlyList<string> unanswered = report.Level == ReportLevel.Unit ? [.. questions.Where(asked => asked.Question.Answered == 0).Select(asked => asked.Name)] : [];
        await course.Leave(report, "complete", () => report.Complete(unanswered, reports.Actor, clock.GetUtcNow()), cancellationToken);
        var unexplained = questions.Where(asked => asked.Question is { Derived: { } records } question && records.Answer != question.Answer && string.IsNullOrWhiteSpace(question.Comment)).ToList();
        if (unexplained.Count > 0)
            throw new DifferingAnswersNeedComments([.. unexplained.Select(asked => asked.Name)]);
        (await checks.Of(built, cancellationToken)).MustLetThrough();
        if (report.Level == ReportLevel.Unit)
            await KeepDerived(report, built, cancellationToken);
        return Nothing.Value;
    }

    private async Task KeepDerived(AnnualReport report, BuiltReport built, CancellationToken stop)
    {
        var numbers = await database.ReportAnswerVersions.Where(answer => answer.ReportId == report.Id)
            .GroupBy(answer => answer.QuestionKey).Select(same => new { same.Key, Last = same.Max(answer => answer.Number) })
            .ToDictionaryAsync(same => same.Key, same => same.Last, stop);
        foreach (var (key, records) in built.Derived.Where(derived => !built.Writing.Answers.ContainsKey(derived.Key)))
        {
            database.ReportAnswerVersions.Add(new ReportAnswerVersion(
                Guid.CreateVersion7(), report.Id, key, numbers.GetValueOrDefault(key) + 1, records.Answer, null, records.Answer, taken: true, built.Form.Sha256, reports.Actor, clock.GetUtcNow()));
        }
    }
}
