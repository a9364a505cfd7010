using DigiSam.AnnualReports.Content;
using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports.Building;

/// <summary>
/// What representatives and committees have said of a report. Differing views from the units' reports stand in every report
/// above, word for word; where boards decide, under the administration's name.
/// </summary>
internal sealed class Handlings(DigiSamContext database)
{
    public async Task<HandlingContent?> Of(AnnualReport? report, Place place, ReportLevel level, IReadOnlyList<UnitBelow> units, CancellationToken stop)
    {
        var below = level == ReportLevel.Unit ? [] : await Below(level, units, stop);
        if (report is null && below.Count == 0)
            return null;
        return new HandlingContent(
            report?.CaseNumber,
            report?.Version ?? 1,
            [.. (report?.Involvement ?? []).Select(said => new InvolvementContent(place.Name, said.TookPart, said.DifferingView)), .. below],
            [.. (report?.Treatments ?? []).OrderBy(treatment => treatment.Date).ThenBy(treatment => treatment.Id)
                .Select(treatment => new TreatmentContent(treatment.Committee, treatment.Date, treatment.Views, treatment.ProtocolReference))]);
    }

    private async Task<IReadOnlyList<InvolvementContent>> Below(ReportLevel level, IReadOnlyList<UnitBelow> units, CancellationToken stop)
    {
        var counting = units.Where(unit => unit.Counts).ToDictionary(unit => unit.ReportId!.Value);
        if (counting.Count == 0)
            return [];
        var said = await (
            from statement in database.Set<AnnualReportInvolvement>().AsNoTracking()
            join report in database.AnnualReports on statement.ReportId equals report.Id
            where statement.DifferingView != null
                && report.Level == ReportLevel.Unit && report.Status != ReportStatus.Draft
                && !database.Set<AnnualReportInvolvement>().Any(later => later.ReportId == statement.ReportId && later.PersonId == statement.PersonId
                    && later.At > statement.At)
            orderby statement.At, statement.Id
            select statement).ToListAsync(stop);
        return [.. said.Where(statement => counting.ContainsKey(statement.ReportId)).Select(statement => (Unit: counting[statement.ReportId], Said: statement))
            .OrderBy(view => view.Unit.Administration, StringComparer.Ordinal).ThenBy(view => view.Said.Id)
            .Select(view => new InvolvementContent(level.Decides() ? view.Unit.Administration ?? "En enhet" : view.Unit.Name, view.Said.TookPart, view.Said.DifferingView))];
    }
}
