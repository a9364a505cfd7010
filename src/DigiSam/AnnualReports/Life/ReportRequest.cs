using DigiSam.Access;
using DigiSam.AnnualReports.Building;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>A request about a report. It names the place too: that is where the actor must have a role.</summary>
public interface IReportRequest : IActsOn
{
    Guid PlaceId { get; }

    Guid ReportId { get; }
}

/// <summary>Loads what requests about a report need.</summary>
internal sealed class Reports(DigiSamContext database, CurrentActor actor, AccessCheck access, ReportBuilder builder)
{
    /// <summary>The person who sends the request.</summary>
    public Guid Actor => actor.PersonId;

    /// <summary>The report, if it is the place's: one of another place is as unknown as one that does not exist.</summary>
    public async Task<AnnualReport> Find(IReportRequest request, CancellationToken stop) =>
        await database.AnnualReports
            .Include(report => report.History).Include(report => report.Statements).Include(report => report.Treatments).Include(report => report.Decisions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(report => report.Id == request.ReportId && report.PlaceId == request.PlaceId, stop)
        ?? throw new ReportIsUnknown();

    /// <summary>The report, to change it. Fails with <see cref="AccessDenied"/> as <see cref="DemandOwn"/> does.</summary>
    public async Task<AnnualReport> FindOwn(IReportRequest request, CancellationToken stop)
    {
        var report = await Find(request, stop);
        await DemandOwn(report.Level, report.PlaceId, stop);
        return report;
    }

    /// <summary>
    /// A unit reports for itself: a role above it that writes the board's report does not write the unit's. Fails with
    /// <see cref="AccessDenied"/> for anyone but those who run the unit's year.
    /// </summary>
    public async Task DemandOwn(ReportLevel level, Guid placeId, CancellationToken stop)
    {
        if (level == ReportLevel.Unit && !await access.Reaches(Permission.RunSamYear, placeId, stop))
            throw new AccessDenied();
    }

    /// <summary>The report as it stands, built from what is recorded now.</summary>
    public Task<BuiltReport> Build(AnnualReport report, CancellationToken stop) => builder.Build(report.ReportYear, report.PlaceId, stop);
}

internal static class ReportRules
{
    /// <summary>The ids of place and report.</summary>
    public static void HasReport<T>(this AbstractValidator<T> validator)
        where T : IReportRequest
    {
        validator.RuleFor(request => request.PlaceId).NotEmpty().WithName("Platsen");
        validator.RuleFor(request => request.ReportId).NotEmpty().WithName("Rapporten");
    }
}
