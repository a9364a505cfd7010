using DigiSam.Access;
using DigiSam.AnnualReports.Life;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Checking;

/// <summary>
/// Lets findings of a report stand, with one reason for all of them; without a reason they are open again. One that has been
/// mended or changed meanwhile is refused, so that nobody accepts what they have not seen.
/// </summary>
[Needs(Permission.WriteReport)]
public sealed record AcceptFinding(Guid PlaceId, Guid ReportId, IReadOnlyList<string> Keys, string? Reason) : ICommand<Nothing>, IReportRequest
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class AcceptFindingValidator : AbstractValidator<AcceptFinding>
{
    public AcceptFindingValidator()
    {
        this.HasReport();
        RuleFor(command => command.Keys).NotEmpty().WithName("Det som kontrollen fann");
        RuleFor(command => command.Reason).MaximumLength(AcceptedFinding.LongestReason).WithName("Skälet");
        RuleFor(command => command.Reason).Must(reason => reason is null || !string.IsNullOrWhiteSpace(reason)).WithMessage("Skriv varför det får stå kvar.");
    }
}

internal sealed class AcceptFindingHandler(DigiSamContext database, Reports reports, ReportChecks checks, TimeProvider clock) : IRequestHandler<AcceptFinding, Nothing>
{
    public async Task<Nothing> Handle(AcceptFinding request, CancellationToken cancellationToken)
    {
        var report = await reports.FindOwn(request, cancellationToken);
        if (report.Status is not (ReportStatus.Draft or ReportStatus.Completed))
            throw new ReportIsNotADraft(report.Status);
        var found = (await checks.Of(await reports.Build(report, cancellationToken), cancellationToken)).Findings.ToDictionary(judged => judged.Finding.Key);
        var numbers = await database.AcceptedFindings.Where(accepted => accepted.ReportId == report.Id && request.Keys.Contains(accepted.FindingKey))
            .GroupBy(accepted => accepted.FindingKey).Select(same => new { same.Key, Last = same.Max(accepted => accepted.Number) })
            .ToDictionaryAsync(same => same.Key, same => same.Last, cancellationToken);
        foreach (var key in request.Keys.Distinct())
        {
            var judged = found.GetValueOrDefault(key) ?? throw new FindingIsGone();
            if (judged.Finding.Kind == FindingKind.Mend && request.Reason is not null)
                throw new FindingMustBeMended();
            if (judged.Accepted?.Reason == request.Reason?.Trim())
                continue;
            database.AcceptedFindings.Add(new AcceptedFinding(
                Guid.CreateVersion7(), report.Id, key, numbers.GetValueOrDefault(key) + 1, judged.Finding.Rule, judged.Finding.SectionKey, request.Reason, reports.Actor, clock.GetUtcNow()));
        }

        return Nothing.Value;
    }
}

/// <summary>The sentence or figure is another since the page was read.</summary>
public sealed class FindingIsGone() : BrokenRule("Texten eller siffran är ändrad sedan sidan lästes in. Läs igenom kontrollen på nytt.");

/// <summary>A personal identity number is never accepted in a report.</summary>
public sealed class FindingMustBeMended() : BrokenRule("Ett personnummer kan inte stå kvar i rapporten. Stryk det ur texten.");
