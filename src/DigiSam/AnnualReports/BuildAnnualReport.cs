using DigiSam.Access;
using DigiSam.AnnualReports.Building;
using DigiSam.AnnualReports.Content;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.AnnualReports;

/// <summary>
/// The annual report of the municipality (<paramref name="PlaceId"/> null), a board, an administration or a unit, from what is
/// recorded now. It can be built at any time; what is missing is listed in it.
/// </summary>
[Needs(Permission.ReadReport)]
public sealed record BuildAnnualReport(int Year, Guid? PlaceId) : IQuery<AnnualReportContent>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class BuildAnnualReportValidator : AbstractValidator<BuildAnnualReport>
{
    public BuildAnnualReportValidator() => RuleFor(query => query.Year).ReportYear();
}

internal sealed class BuildAnnualReportHandler(ReportBuilder builder) : IRequestHandler<BuildAnnualReport, AnnualReportContent>
{
    public async Task<AnnualReportContent> Handle(BuildAnnualReport request, CancellationToken cancellationToken) =>
        (await builder.Build(request.Year, request.PlaceId, cancellationToken)).Content;
}

/// <summary>Nothing at all is recorded for the year: more likely a wrong year or folder than an empty report.</summary>
public sealed class NothingToReport(int year)
    : BrokenRule($"Det finns varken värden, svar eller texter för rapporten {year}. Kontrollera året, och att du står i rätt mapp eller anger rätt --data.");

/// <summary>The board does not exist on the day whose organisation reports.</summary>
public sealed class BoardDoesNotReport(int year) : BrokenRule($"Nämnden fanns inte i organisationen som rapporterar för {year}.");
