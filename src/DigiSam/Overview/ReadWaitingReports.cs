using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Overview;

/// <summary>A report on its way in a place or below it.</summary>
/// <param name="Stated">The one who asks has said to have taken part, or abstained.</param>
public sealed record WaitingReport(Guid Id, Guid PlaceId, string Place, ReportLevel Level, int Year, ReportStatus Status, bool Stated);

/// <summary>The reports in a place and below it that are begun and not decided, of this report year and the next.</summary>
[Needs(Permission.ReadReport)]
public sealed record ReadWaitingReports(Guid PlaceId) : IQuery<IReadOnlyList<WaitingReport>>
{
    public const int Most = 200;

    public ActsOn Place => new(PlaceId);
}

internal sealed class ReadWaitingReportsValidator : AbstractValidator<ReadWaitingReports>
{
    public ReadWaitingReportsValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ReadWaitingReportsHandler(DigiSamContext database, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ReadWaitingReports, IReadOnlyList<WaitingReport>>
{
    public async Task<IReadOnlyList<WaitingReport>> Handle(ReadWaitingReports request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        return await (
            from report in database.AnnualReports
            join place in database.Places on report.PlaceId equals place.Id
            where report.Status != ReportStatus.Decided && report.ReportYear >= today.Year && report.ReportYear <= today.Year + 1
                && (report.PlaceId == request.PlaceId || database.PlaceScopes.Any(scope => scope.AncestorId == request.PlaceId
                    && scope.DescendantId == report.PlaceId && scope.ValidFrom <= today && today <= scope.ValidTo))
            orderby report.ReportYear, place.SortKey, report.Id
            select new WaitingReport(
                report.Id, place.Id, place.Name, report.Level, report.ReportYear, report.Status,
                report.Statements.Any(stated => stated.PersonId == actor.PersonId && stated.Completion == report.Completion)))
            .Take(ReadWaitingReports.Most)
            .ToListAsync(cancellationToken);
    }
}
