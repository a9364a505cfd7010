using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Checking;
using DigiSam.Audit;
using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.Demo;
using DigiSam.Imports;
using DigiSam.Leaves;
using DigiSam.Measures;
using DigiSam.Metrics;
using DigiSam.Observations;
using DigiSam.Organisation;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.SafetyRounds;
using DigiSam.SamYears;
using DigiSam.SchoolYears;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Persistence;

/// <summary>The rows of one municipality. A subclass per database engine carries that engine's migrations.</summary>
public abstract class DigiSamContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Place> Places => Set<Place>();

    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<Board> Boards => Set<Board>();

    public DbSet<Administration> Administrations => Set<Administration>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<PlaceAlias> PlaceAliases => Set<PlaceAlias>();

    public DbSet<PlaceLink> PlaceLinks => Set<PlaceLink>();

    public DbSet<PlaceScope> PlaceScopes => Set<PlaceScope>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<Leave> Leaves => Set<Leave>();

    public DbSet<SchoolYear> SchoolYears => Set<SchoolYear>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<ChecklistVersion> ChecklistVersions => Set<ChecklistVersion>();

    public DbSet<ChecklistDraft> ChecklistDrafts => Set<ChecklistDraft>();

    public DbSet<ChecklistConsultation> ChecklistConsultations => Set<ChecklistConsultation>();

    public DbSet<ChecklistReply> ChecklistReplies => Set<ChecklistReply>();

    public DbSet<ChecklistReview> ChecklistReviews => Set<ChecklistReview>();

    public DbSet<ChecklistRetirement> ChecklistRetirements => Set<ChecklistRetirement>();

    public DbSet<SafetyRound> SafetyRounds => Set<SafetyRound>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<Risk> Risks => Set<Risk>();

    public DbSet<DeficiencyDismissal> DeficiencyDismissals => Set<DeficiencyDismissal>();

    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<Process> Processes => Set<Process>();

    public DbSet<ProcessStep> ProcessSteps => Set<ProcessStep>();

    public DbSet<ProcessTimer> ProcessTimers => Set<ProcessTimer>();

    public DbSet<ProcessEvent> ProcessEvents => Set<ProcessEvent>();

    public DbSet<InboxTask> InboxTasks => Set<InboxTask>();

    public DbSet<SamYear> SamYears => Set<SamYear>();

    public DbSet<YearPlan> YearPlans => Set<YearPlan>();

    public DbSet<StepInvolvement> StepInvolvements => Set<StepInvolvement>();

    public DbSet<StepAbsence> StepAbsences => Set<StepAbsence>();

    public DbSet<AnnualFollowUpAnswer> AnnualFollowUpAnswers => Set<AnnualFollowUpAnswer>();

    public DbSet<Improvement> Improvements => Set<Improvement>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<MetricValue> MetricValues => Set<MetricValue>();

    public DbSet<BoardAnswer> BoardAnswers => Set<BoardAnswer>();

    public DbSet<AnswerOverride> AnswerOverrides => Set<AnswerOverride>();

    public DbSet<SectionText> SectionTexts => Set<SectionText>();

    public DbSet<AnnualReport> AnnualReports => Set<AnnualReport>();

    public DbSet<SectionTextVersion> SectionTextVersions => Set<SectionTextVersion>();

    public DbSet<ReportAnswerVersion> ReportAnswerVersions => Set<ReportAnswerVersion>();

    public DbSet<AnswerOverrideVersion> AnswerOverrideVersions => Set<AnswerOverrideVersion>();

    public DbSet<AcceptedFinding> AcceptedFindings => Set<AcceptedFinding>();

    public DbSet<AnnualReportDocument> AnnualReportDocuments => Set<AnnualReportDocument>();

    public DbSet<DemoMark> DemoMarks => Set<DemoMark>();

    public DbSet<DemoPerson> DemoPeople => Set<DemoPerson>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DigiSamContext).Assembly);
        foreach (var revised in modelBuilder.Model.GetEntityTypes()
            .Where(entity => entity.BaseType is null && entity.ClrType.IsAssignableTo(typeof(IRevised))))
        {
            revised.FindProperty(nameof(IRevised.Rev))!.IsConcurrencyToken = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
