using DigiSam.Measures;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Measures;

/// <summary>The rules that a measure keeps by itself.</summary>
public sealed class MeasureTests
{
    private static readonly DateOnly Today = TwoSchools.Today;
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Someone = Guid.CreateVersion7();

    [Fact]
    public void A_moved_last_day_stays_as_history()
    {
        var measure = New();
        measure.MoveDueDate(Today.AddDays(20), "Leveransen dröjer", Someone, Now);
        measure.MoveDueDate(Today.AddDays(20), "Leveransen dröjer", Someone, Now);
        measure.MoveDueDate(Today.AddDays(40), "Dröjer mer", Someone, Now.AddDays(1));
        Assert.Equal([(10, 20), (20, 40)], measure.DueDates.Select(moved => (moved.From.DayNumber - Today.DayNumber, moved.To.DayNumber - Today.DayNumber)));
        Assert.Equal(Today.AddDays(40), measure.DueOn);
    }

    [Fact]
    public void A_measure_is_done_today_or_before_and_can_be_undone_until_its_effect_is_judged()
    {
        var measure = New();
        Assert.Throws<NothingIsDoneInTheFuture>(() => measure.MarkDone(Today.AddDays(1), Today, Someone, Now));
        measure.MarkDone(Today, Today, Someone, Now);
        measure.MarkDone(Today, Today, Someone, Now);
        measure.UndoDone(Someone, Now);
        measure.UndoDone(Someone, Now);
        Assert.Equal((MeasureStatus.Planned, null), (measure.Status, measure.DoneOn));
        measure.MarkDone(Today.AddDays(-2), Today, Someone, Now);
        measure.CheckEffect(Guid.CreateVersion7(), MeasureEffect.Yes, null, null, Someone, Today, Now);
        Assert.Throws<MeasureIsNot>(() => measure.UndoDone(Someone, Now));
        Assert.Equal(
            [MeasureEventKind.Added, MeasureEventKind.Done, MeasureEventKind.DoneUndone, MeasureEventKind.Done], measure.Events.Select(happened => happened.Kind));
    }

    [Fact]
    public void Only_what_is_done_is_checked_and_not_yet_needs_a_later_day()
    {
        var (measure, id) = (New(), Guid.CreateVersion7());
        Assert.Throws<OnlyADoneMeasureIsChecked>(() => measure.CheckEffect(id, MeasureEffect.Yes, null, null, Someone, Today, Now));
        measure.MarkDone(Today, Today, Someone, Now);
        Assert.Throws<NextCheckIsLater>(() => measure.CheckEffect(id, MeasureEffect.NotYet, null, null, Someone, Today, Now));
        Assert.Throws<NextCheckIsLater>(() => measure.CheckEffect(id, MeasureEffect.NotYet, Today, null, Someone, Today, Now));
        measure.CheckEffect(id, MeasureEffect.NotYet, Today.AddDays(30), "För tidigt", Someone, Today, Now);
        measure.CheckEffect(id, MeasureEffect.NotYet, Today.AddDays(30), "För tidigt", Someone, Today, Now);
        Assert.Equal((MeasureStatus.Done, MeasureEffect.NotYet, Today.AddDays(30), 1), (measure.Status, measure.Effect, measure.NextCheckOn, measure.EffectChecks.Count));
        measure.CheckEffect(Guid.CreateVersion7(), MeasureEffect.No, Today.AddDays(90), "Lika halt", Someone, Today.AddDays(30), Now.AddDays(30));
        Assert.Equal((MeasureStatus.Checked, MeasureEffect.No, null, 2), (measure.Status, measure.Effect, measure.NextCheckOn, measure.EffectChecks.Count));
    }

    [Fact]
    public void A_cancelled_measure_is_taken_up_before_it_is_changed()
    {
        var measure = New();
        measure.Cancel("Lokalen rivs", Someone, Now);
        measure.Cancel("Lokalen rivs", Someone, Now);
        Assert.Throws<MeasureIsNot>(() => measure.MarkDone(Today, Today, Someone, Now));
        Assert.Throws<MeasureIsNot>(() => measure.MoveDueDate(Today, "Nej", Someone, Now));
        Assert.Throws<MeasureIsNot>(() => measure.Cancel("Annat skäl", Someone, Now));
        Assert.False(measure.IsOverdue(Today.AddYears(1)));
        measure.UndoCancel(Someone, Now);
        Assert.Equal((MeasureStatus.Planned, null), (measure.Status, measure.CancelledBecause));
        Assert.True(measure.IsOverdue(Today.AddDays(11)));
        Assert.False(measure.IsOverdue(Today.AddDays(10)));
    }

    [Fact]
    public void An_unfinished_measure_is_carried_over_once_a_year()
    {
        var measure = New();
        measure.CarryOver(2025, "Upphandlingen drog ut", Someone, Now);
        measure.CarryOver(2025, "Igen", Someone, Now);
        measure.CarryOver(2026, "Fortfarande", Someone, Now);
        Assert.Equal([(2025, "Upphandlingen drog ut"), (2026, "Fortfarande")], measure.CarryOvers.Select(carried => (carried.FromYear, carried.Reason)));
        measure.MarkDone(Today, Today, Someone, Now);
        Assert.Throws<MeasureIsNot>(() => measure.CarryOver(2027, "Klar", Someone, Now));
    }

    [Fact]
    public void A_measure_serves_each_risk_once_and_an_edit_that_changes_nothing_leaves_no_trace()
    {
        var (measure, risk) = (New(), Guid.CreateVersion7());
        measure.Serve(risk);
        measure.Serve(risk);
        measure.Edit(new MeasurePlan("Torkmatta", MeasureKind.Technical, Someone, 100m), Someone, Now);
        Assert.Equal((2, 1), (measure.Risks.Count, measure.Events.Count));
        measure.Edit(new MeasurePlan("Ny torkmatta", MeasureKind.AtSource, Someone, null), Someone, Now);
        Assert.Equal(("Ny torkmatta", "ny torkmatta", "Torkmatta"), (measure.Title, measure.SearchText, measure.Events[^1].Text));
    }

    private static Measure New() =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), new MeasurePlan("Torkmatta", MeasureKind.Technical, Someone, 100m), Today.AddDays(10), [Guid.CreateVersion7()], Someone, Now);
}
