using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Building;

/// <summary>A unit that should report, with what its report says if it has one that counts.</summary>
/// <param name="Answers">The answers that hold, by question; empty while the report is a draft or not begun.</param>
internal sealed record UnitBelow(
    Guid UnitId,
    string Name,
    Guid? AdministrationId,
    string? Administration,
    IReadOnlyList<Guid> BoardIds,
    Guid? ReportId,
    ReportStatus? Status,
    IReadOnlyDictionary<string, ReportAnswer> Answers,
    DateTimeOffset? AnsweredAt)
{
    public bool Counts => Status is not null and not ReportStatus.Draft;
}

/// <summary>All units of a day, each once, with their reports for a year.</summary>
internal sealed class ReportsBelow(DigiSamContext database)
{
    /// <summary>In Swedish order.</summary>
    /// <param name="onlyUnit">The one unit to read, or null for all.</param>
    public async Task<IReadOnlyList<UnitBelow>> Read(int year, DateOnly day, Guid? onlyUnit, CancellationToken stop)
    {
        var units = await database.Units.AsNoTracking()
            .Where(unit => unit.ValidFrom <= day && day <= unit.ValidTo && (onlyUnit == null || unit.Id == onlyUnit))
            .OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id)
            .Select(unit => new { unit.Id, unit.Name })
            .ToListAsync(stop);
        var reports = await database.AnnualReports.AsNoTracking()
            .Where(report => report.ReportYear == year && report.Level == ReportLevel.Unit && (onlyUnit == null || report.PlaceId == onlyUnit))
            .Select(report => new { report.Id, report.PlaceId, report.Status })
            .ToDictionaryAsync(report => report.PlaceId, stop);
        var answers = (await database.AnnualReports.AsNoTracking()
                .Where(report => report.ReportYear == year && report.Level == ReportLevel.Unit && report.Status != ReportStatus.Draft && (onlyUnit == null || report.PlaceId == onlyUnit))
                .Join(database.ReportAnswerVersions, report => report.Id, answer => answer.ReportId, (_, answer) => new { answer.ReportId, answer.QuestionKey, answer.Number, answer.Answer, answer.At })
                .ToListAsync(stop))
            .ToLookup(answer => answer.ReportId);
        var above = (await database.PlaceScopes.AsNoTracking()
                .Where(scope => scope.ValidFrom <= day && day <= scope.ValidTo && scope.AncestorId != scope.DescendantId && (onlyUnit == null || scope.DescendantId == onlyUnit))
                .Join(database.Places, scope => scope.AncestorId, place => place.Id, (scope, place) => new { scope.DescendantId, Place = place })
                .ToListAsync(stop))
            .ToLookup(scope => scope.DescendantId, scope => scope.Place);
        return [.. units.Select(unit =>
        {
            var report = reports.GetValueOrDefault(unit.Id);
            var given = report is null ? [] : answers[report.Id].ToList();
            var administration = above[unit.Id].OfType<Administration>().FirstOrDefault();
            return new UnitBelow(
                unit.Id,
                unit.Name,
                administration?.Id,
                administration?.Name,
                [.. above[unit.Id].OfType<Board>().Select(board => board.Id)],
                report?.Id,
                report?.Status,
                given.GroupBy(answer => answer.QuestionKey).ToDictionary(same => same.Key, same => same.MaxBy(answer => answer.Number)!.Answer),
                given.Count == 0 ? null : given.Max(answer => answer.At));
        })];
    }
}
