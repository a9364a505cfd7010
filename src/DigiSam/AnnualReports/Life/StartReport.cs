using DigiSam.Access;
using DigiSam.AnnualReports.Building;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Life;

/// <summary>
/// Starts the report of a place for a year, as a draft. A place has one report a year: starting again answers with the id of
/// the one there is.
/// </summary>
[Needs(Permission.WriteReport)]
public sealed record StartReport(Guid Id, Guid PlaceId, int Year) : ICommand<Guid>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class StartReportValidator : AbstractValidator<StartReport>
{
    public StartReportValidator()
    {
        RuleFor(command => command.Id).NotEmpty().WithName("Rapportens id");
        RuleFor(command => command.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(command => command.Year).ReportYear();
    }
}

internal sealed class StartReportHandler(DigiSamContext database, Reports reports, ReportCourse course, InstalledDefinitions definitions, TimeProvider clock)
    : IRequestHandler<StartReport, Guid>
{
    public async Task<Guid> Handle(StartReport request, CancellationToken cancellationToken)
    {
        var begun = await database.AnnualReports.AsNoTracking()
            .SingleOrDefaultAsync(report => report.PlaceId == request.PlaceId && report.ReportYear == request.Year, cancellationToken);
        if (begun is not null)
            return begun.Id;
        var place = await database.Places.AsNoTracking().SingleOrDefaultAsync(place => place.Id == request.PlaceId, cancellationToken);
        if (place is null || !place.ExistsOn(definitions.FormFor(request.Year).Organisation.In(request.Year)))
            throw new PlaceDoesNotReport(request.Year);
        var level = ReportBuilder.LevelOf(place);
        await reports.DemandOwn(level, place.Id, cancellationToken);
        var report = new AnnualReport(request.Id, request.Year, place.Id, level, reports.Actor, clock.GetUtcNow());
        database.AnnualReports.Add(report);
        await course.Begin(report, cancellationToken);
        return report.Id;
    }
}
