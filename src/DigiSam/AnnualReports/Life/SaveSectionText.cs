using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>The number of the text that holds after saving, and when it was saved.</summary>
public sealed record TextSaved(int Number, DateTimeOffset At);

/// <summary>
/// Saves a section's text, as often as someone types. <paramref name="ExpectedNumber"/> is the text it was written over (0 for
/// none): if someone has saved another meanwhile, nothing is overwritten and the outcome is a conflict.
/// </summary>
[Needs(Permission.WriteReport)]
public sealed record SaveSectionText(Guid PlaceId, Guid ReportId, Guid Id, string SectionKey, string Markdown, int ExpectedNumber)
    : ICommand<TextSaved>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class SaveSectionTextValidator : AbstractValidator<SaveSectionText>
{
    public SaveSectionTextValidator()
    {
        this.HasReport();
        RuleFor(command => command.Id).NotEmpty().WithName("Textens id");
        RuleFor(command => command.SectionKey).NotEmpty().WithName("Avsnittet");
        RuleFor(command => command.Markdown).NotNull().MaximumLength(50_000).WithName("Texten");
        RuleFor(command => command.ExpectedNumber).GreaterThanOrEqualTo(0).WithName("Textens nummer");
    }
}

internal sealed class SaveSectionTextHandler(DigiSamContext database, Reports reports, InstalledDefinitions definitions, TimeProvider clock)
    : IRequestHandler<SaveSectionText, TextSaved>
{
    public async Task<TextSaved> Handle(SaveSectionText request, CancellationToken cancellationToken)
    {
        var report = await reports.FindOwn(request, cancellationToken);
        if (definitions.FormFor(report.ReportYear).Sections.All(section => section.Key != request.SectionKey))
            throw new NotInTheForm(report.ReportYear);
        var last = await database.SectionTextVersions
            .Where(text => text.ReportId == report.Id && text.SectionKey == request.SectionKey)
            .OrderByDescending(text => text.Number).FirstOrDefaultAsync(cancellationToken);
        if (await database.SectionTextVersions.AnyAsync(text => text.Id == request.Id, cancellationToken))
            return new TextSaved(last!.Number, last.At);
        report.MustBeDraft();
        var markdown = request.Markdown.ReplaceLineEndings("\n").Trim();
        if ((last?.Markdown ?? "") == markdown)
            return new TextSaved(last?.Number ?? 0, last?.At ?? clock.GetUtcNow());
        if ((last?.Number ?? 0) != request.ExpectedNumber)
            throw new DbUpdateConcurrencyException("Another text was saved meanwhile.");
        var text = new SectionTextVersion(request.Id, report.Id, request.SectionKey, request.ExpectedNumber + 1, markdown, reports.Actor, clock.GetUtcNow());
        database.SectionTextVersions.Add(text);
        return new TextSaved(text.Number, text.At);
    }
}
