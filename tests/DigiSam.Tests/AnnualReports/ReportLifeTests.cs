using DigiSam.AnnualReports;
using DigiSam.Requests;

namespace DigiSam.Tests.AnnualReports;

/// <summary>The rules of a report's life, without a database.</summary>
public sealed class ReportLifeTests
{
    private static readonly Guid Someone = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 14);

    [Fact]
    public void A_report_goes_from_draft_to_decision_and_remembers_each_step()
    {
        var report = Locked();
        report.Decide(Decision(report, DecisionKind.NotedInformed), Today);
        Assert.Equal((ReportStatus.Decided, DecisionKind.NotedInformed), (report.Status, report.Decision!.Kind));
        Assert.Equal(
            [ReportEventKind.Started, ReportEventKind.Completed, ReportEventKind.Submitted, ReportEventKind.Locked, ReportEventKind.Decided],
            report.History.Select(happened => happened.Kind));
    }

    [Fact]
    public void A_returned_report_is_the_next_version_in_draft_and_keeps_what_was_decided()
    {
        var report = Locked();
        report.Decide(Decision(report, DecisionKind.Returned), Today);
        Assert.Equal((ReportStatus.Draft, 2, 1, null), (report.Status, report.Version, report.Decisions.Count, report.Decision));
        Assert.Equal((1, DecisionKind.Returned), (report.Decisions[0].Version, report.Decisions[0].Kind));
        report.MustBeDraft();
        report.Complete([], Someone, Now);
        report.Submit(Someone, Now);
        Assert.True(report.Lock(Someone, Now));
        report.Decide(Decision(report, DecisionKind.Approved), Today);
        Assert.Equal((2, 2), (report.Decision!.Version, report.Decision.Locking));
    }

    [Fact]
    public void Everything_done_twice_is_done_once()
    {
        var report = Draft();
        report.Complete([], Someone, Now);
        report.Complete(["Skulle ha vägrat"], Someone, Now);
        var said = Said(report);
        report.StateInvolvement(said);
        report.StateInvolvement(said);
        var treatment = Treated(report);
        report.Record(treatment);
        report.Record(treatment);
        report.Submit(Someone, Now);
        report.Submit(Someone, Now);
        Assert.True(report.Lock(Someone, Now));
        Assert.False(report.Lock(Someone, Now));
        report.Unlock("Fel siffra", Someone, Now);
        report.Unlock("Fel siffra", Someone, Now);
        Assert.True(report.Lock(Someone, Now));
        var decision = Decision(report, DecisionKind.Approved);
        report.Decide(decision, Today);
        report.Decide(decision, Today);
        Assert.Equal((1, 1, 1, 7), (report.Statements.Count, report.Treatments.Count, report.Decisions.Count, report.History.Count));
    }

    [Fact]
    public void What_is_out_of_turn_breaks_a_rule_by_its_name()
    {
        var draft = Draft();
        Assert.Equal(["En fråga?"], Assert.Throws<ReportHasUnansweredQuestions>(() => draft.Complete(["En fråga?"], Someone, Now)).Details);
        Assert.Throws<ReportIsNotCompleted>(() => draft.Submit(Someone, Now));
        Assert.Throws<ReportIsNotCompleted>(() => draft.StateInvolvement(Said(draft)));
        Assert.Throws<ReportIsNotCompleted>(() => draft.Record(Treated(draft)));
        Assert.Throws<ReportIsNotSubmitted>(() => draft.Lock(Someone, Now));
        Assert.Throws<OnlyALockedReportIsDecided>(() => draft.Decide(Decision(draft, DecisionKind.Approved), Today));
        draft.Complete([], Someone, Now);
        Assert.Throws<ReportIsNotADraft>(draft.MustBeDraft);

        var locked = Locked();
        Assert.Throws<ReportIsLocked>(() => locked.Reopen(Someone, Now));
        Assert.Throws<ReportIsLocked>(() => locked.Record(Treated(locked)));
        Assert.Throws<ReportIsLocked>(() => locked.Register("KS 2026/12", Someone, Now));
        Assert.Throws<DecisionLiesAhead>(() => locked.Decide(new BoardDecision(Guid.CreateVersion7(), locked, Today.AddDays(1), "§ 1", DecisionKind.Approved, Someone, Now), Today));

        var unit = new AnnualReport(Guid.CreateVersion7(), 2026, Guid.CreateVersion7(), ReportLevel.Unit, Someone, Now);
        Assert.Throws<OnlyABoardMeets>(() => unit.Lock(Someone, Now));
    }

    /// <summary>Half past eleven at night in UTC is already the next day in Sweden.</summary>
    [Fact]
    public void A_decision_is_dated_from_the_day_of_locking_in_Sweden_to_today()
    {
        var report = Draft();
        report.Complete([], Someone, Now);
        report.Submit(Someone, Now);
        report.Lock(Someone, new DateTimeOffset(2026, 3, 11, 23, 30, 0, TimeSpan.Zero));
        BoardDecision On(int day) => new(Guid.CreateVersion7(), report, new DateOnly(2026, 3, day), "§ 1", DecisionKind.Approved, Someone, Now);
        Assert.Contains("12 mars 2026", Assert.Throws<DecisionPrecedesLocking>(() => report.Decide(On(11), Today)).Message, StringComparison.Ordinal);
        Assert.Throws<DecisionLiesAhead>(() => report.Decide(On(15), Today));
        report.Decide(On(12), Today);
        Assert.Equal(ReportStatus.Decided, report.Status);
    }

    [Fact]
    public void A_decided_report_is_left_alone()
    {
        var report = Locked();
        report.Decide(Decision(report, DecisionKind.Approved), Today);
        Action[] attempts =
        [
            () => report.Reopen(Someone, Now), () => report.Submit(Someone, Now), () => report.Unlock("Ångrar", Someone, Now), () => report.Lock(Someone, Now),
            () => report.StateInvolvement(Said(report)), () => report.Register("KS 2026/1", Someone, Now), () => report.Decide(Decision(report, DecisionKind.Returned), Today),
        ];
        Assert.All(attempts, attempt => Assert.IsAssignableFrom<BrokenRule>(Record.Exception(attempt)));
        Assert.Equal(ReportStatus.Decided, report.Status);
    }

    [Fact]
    public void The_representatives_last_word_stands_also_when_the_report_is_opened_and_completed_again()
    {
        var report = Draft();
        report.Complete([], Someone, Now);
        report.StateInvolvement(Said(report, tookPart: false));
        report.StateInvolvement(Said(report, tookPart: true, at: Now.AddMinutes(1)));
        Assert.True(Assert.Single(report.Involvement).TookPart);
        report.Reopen(Someone, Now);
        report.Complete([], Someone, Now);
        Assert.True(Assert.Single(report.Involvement) is { TookPart: true } said && said.Completion < report.Completion);
        Assert.Equal(2, report.Statements.Count);
    }

    [Fact]
    public void The_case_number_is_set_from_the_draft_on()
    {
        var report = Draft();
        report.Register(" KS 2026/12 ", Someone, Now);
        report.Register("KS 2026/12", Someone, Now);
        Assert.Equal(("KS 2026/12", 2), (report.CaseNumber, report.History.Count));
    }

    [Theory]
    [InlineData(ReportAnswer.Yes, null, true)]
    [InlineData(ReportAnswer.Partly, null, false)]
    [InlineData(ReportAnswer.Partly, "  ", false)]
    [InlineData(ReportAnswer.Partly, "En rond hölls på papper.", true)]
    public void An_answer_that_differs_from_the_records_needs_a_comment(ReportAnswer answer, string? comment, bool allowed)
    {
        var broken = Record.Exception(() => new ReportAnswerVersion(Guid.CreateVersion7(), Guid.CreateVersion7(), "q", 1, answer, comment, ReportAnswer.Yes, taken: false, "", Someone, Now));
        Assert.Equal(allowed, broken is null);
        Assert.True(broken is null or DifferingAnswerNeedsComment);
    }

    [Fact]
    public void An_override_needs_a_reason_and_taking_it_back_needs_none()
    {
        Assert.Throws<OverrideNeedsReason>(() => new AnswerOverrideVersion(Guid.CreateVersion7(), Guid.CreateVersion7(), "q", 1, ReportAnswer.Yes, " ", ReportAnswer.No, Someone, Now));
        Assert.Null(new AnswerOverrideVersion(Guid.CreateVersion7(), Guid.CreateVersion7(), "q", 2, null, null, ReportAnswer.No, Someone, Now).Answer);
    }

    private static AnnualReport Draft() => new(Guid.CreateVersion7(), 2026, Guid.CreateVersion7(), ReportLevel.Board, Someone, Now);

    private static AnnualReport Locked()
    {
        var report = Draft();
        report.Complete([], Someone, Now);
        report.Submit(Someone, Now);
        report.Lock(Someone, Now);
        return report;
    }

    private static AnnualReportInvolvement Said(AnnualReport report, bool tookPart = true, DateTimeOffset? at = null) =>
        new(Guid.CreateVersion7(), report, tookPart, null, Someone, at ?? Now);

    private static CommitteeTreatment Treated(AnnualReport report) =>
        new(Guid.CreateVersion7(), report, "Central samverkansgrupp", Today, null, null, Someone, Now, Today);

    private static BoardDecision Decision(AnnualReport report, DecisionKind kind) => new(Guid.CreateVersion7(), report, Today, "§ 42", kind, Someone, Now);
}
