using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Checking;
using DigiSam.AnnualReports.Life;
using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.ColumnMappings;
using DigiSam.Comparisons;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Leaves;
using DigiSam.Measures;
using DigiSam.Observations;
using DigiSam.Organisation;
using DigiSam.Overview;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Processes.Simulation;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using DigiSam.SafetyRounds;
using DigiSam.SamYears;
using DigiSam.SchoolYears;
using DigiSam.SeriesBreaks;
using DigiSam.SickLeave;
using DigiSam.SickLeave.Documents;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Persistence;

/// <summary>One of every query that a page sends, with ids from the demo, and the place it is asked about.</summary>
internal static class EveryQuery
{
    /// <summary>They read files and the whole installation, for the command line, once in a while.</summary>
    public static readonly string[] NotOfPages = ["BuildAnnualReport", "CheckInstallation", "FindBoard", "FindPlace", "FindReportingPlace"];

    /// <summary>The queries about a place and everything below it.</summary>
    public static IEnumerable<object> About(Guid place, int year) =>
    [
        .. Enum.GetValues<RiskSort>().Select(sort => new ListRisks(place, new RiskFilter(), sort)),
        new ListRisks(place, new RiskFilter(Category: RiskCategory.Premises)), new ListRisks(place, new RiskFilter(Level: "high")), new ListRisks(place, new RiskFilter(Serious: true)),
        new ListRisks(place, new RiskFilter(Status: RiskStatus.Closed), RiskSort.Found), new ListRisks(place, new RiskFilter(Unassessed: true)), new ListRisks(place, new RiskFilter(Lifted: true)),
        new ListRisks(place, new RiskFilter(Likelihood: 3, Consequence: 3)), new ListRisks(place, new RiskFilter(Status: null)), new ListRisks(place, new RiskFilter(Status: null), RiskSort.Found),
        new ListRisks(place, new RiskFilter(Stage: RiskStage.Identified)), new ListRisks(place, new RiskFilter(Stage: RiskStage.Planned), RiskSort.Unit), new ListRisks(place, new RiskFilter(Late: true)), new ListRisks(place, new RiskFilter(Waiting: true)),
        new ListRisks(place, new RiskFilter(Stage: RiskStage.Planned, Waiting: true, ButForLateMeasures: true)), new ListRisks(place, new RiskFilter(Late: true, ToldAt: place)), new ListRisks(place, new RiskFilter(ToldAt: place)),
        .. Enum.GetValues<MeasureSort>().Select(sort => new ListMeasures(place, new MeasureFilter(MeasureStatus.Planned), sort)),
        new ListMeasures(place, new MeasureFilter(MeasureStatus.Checked)), new ListMeasures(place, new MeasureFilter(MeasureStatus.Cancelled)), new ListMeasures(place, new MeasureFilter()),
        new ListMeasures(place, new MeasureFilter(ToCheck: true)), new ListMeasures(place, new MeasureFilter(Year: year)),
        new ListMeasures(place, new MeasureFilter(MeasureStatus.Planned, Overdue: true)), new ListMeasures(place, new MeasureFilter(MeasureStatus.Planned, Mine: true)),
        new TopRisks(place, 5), new RiskHeatMap(place), new CountByCategory(place), new ListDeficiencies(place, year),
        new ReadActionPlan(place, year), new ListRounds(place, year), new ListObservations(place), new ListSamYears(place, year), new CountBehind(place, year), new ListReports(place, year),
        new ReadWaitingWork(place), new ReadRecentEvents(place), new ReadWaitingReports(place), new ReadPlace(place), new ReadOrganisation(place, null, null, 1),
        new SimulateProcess(place, "sam-year", year), new ReadSickLeave(place), new ReadFigures(place), new RankSickLeave(place, new DateOnly(year, 1, 1)), new RankPositions(place, new DateOnly(year, 1, 1)), new ReadSickLeaveAbove(place, new DateOnly(year, 1, 1)), new ReadSickLeaveSeries(place), new DownloadBriefing(place, new DateOnly(year, 1, 1), BriefingKind.Tertial, "docx"), new ListSeriesBreaks(place, SeriesMeasure.SickLeave), new ListComparisons(place), new ListChecklists(place), new ReadChecklist(place, "hot-och-vald", 1),
        new ReadChecklistLife(place, "hot-och-vald"), new DownloadChecklist(place, "hot-och-vald", 1), new ListSchoolYears(place),
    ];

    /// <summary>The queries about one thing.</summary>
    public static async Task<IReadOnlyList<object>> AboutOne(DigiSamContext database, int year)
    {
        var round = await database.SafetyRounds.Where(found => found.Status == RoundStatus.Completed).OrderBy(found => found.Id).FirstAsync();
        var risk = await database.Risks.OrderBy(found => found.Id).FirstAsync(found => found.AssessedOn != null);
        var measure = await database.Measures.OrderBy(found => found.Id).FirstAsync(found => found.Status == MeasureStatus.Checked);
        var observation = await database.Observations.OrderBy(found => found.Id).FirstAsync(found => found.ReceiptCode != null);
        var report = await database.AnnualReports.OrderBy(found => found.Id).FirstAsync(found => found.Status == ReportStatus.Locked || found.Status == ReportStatus.Decided);
        var deficiency = await database.Risks.Where(found => found.RoundId != null).OrderBy(found => found.Id).FirstAsync();
        var process = await database.Processes.OrderBy(found => found.Id).FirstAsync(found => found.DefinitionKey == "sam-year");
        var draft = await database.AnnualReports.OrderBy(found => found.Id).FirstAsync(found => database.Processes.Any(running => running.SubjectId == found.Id));
        var followed = await database.Processes.OrderBy(found => found.Id).FirstAsync(found => found.DefinitionKey == "risk");
        var checklist = await database.ChecklistDrafts.OrderBy(found => found.Id).FirstAsync();
        return
        [
            new MyRoles(), new MyTasks(), new MyLeaves(), new ReadLeaves(measure.ResponsibleId), new ListLeaves("a"), new ListProcessVersions(), new ListGivenUpTimers(), new ListOpenSteps("sam-year", 1), new ListImports(), new ListColumnMappings(), new RecogniseFile(ImportSource.FromBytes("fil.csv", "namn\n1\n"u8.ToArray())), new ReadProcess(process.PlaceId, process.Id), new ReadReportProcess(draft.PlaceId, draft.Id), new MyRiskWork(), new ReadRiskProcess(followed.PlaceId, followed.SubjectId!.Value), new MyObservations(), new ReadRiskMatrix(),
            new FindRound(round.UnitId, round.Id), new ReadRound(round.UnitId, round.Id), new ReadRoundPlanning(round.UnitId, year), new ReadDeficiency(deficiency.RoundId!.Value, deficiency.QuestionKey!),
            new FindRisk(risk.Id), new ReadRisk(risk.UnitId, risk.Id), new FindMeasure(measure.Id), new ReadMeasure(measure.UnitId, measure.Id), new ListResponsible(risk.UnitId),
            new ReadObservation(observation.UnitId, observation.Id), new ReadObservationByReceipt(observation.ReceiptCode!),
            new FindReport(report.PlaceId, report.Id), new ReadSectionGround(report.PlaceId, report.Id, "previous-measures"), new ReadReport(report.PlaceId, report.Id), new CheckReport(report.PlaceId, report.Id), new DownloadReport(report.PlaceId, report.Id, "docx"),
            new ReadDraft(checklist.Key), new DownloadDraft(checklist.Id), new ReadChecklistProcess(checklist.Id),
            new ReadSamYear(risk.UnitId, year), new ReadAnnualFollowUp(risk.UnitId, year),
        ];
    }
}
