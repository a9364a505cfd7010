using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Risks;

namespace DigiSam.Demo.Telling;

/// <summary>A measure from plan to effect: some slip, some are late, some did not help, and the year ends with some open.</summary>
internal sealed class MeasureTale(DemoWorld world, DemoUnit unit, UnitRecords records, EventCalendar calendar)
{
    /// <summary>From this day in December what was done is checked or put off, and what is open goes on into the next year.</summary>
    public static readonly (int Month, int Day) YearEnds = (12, 8);

    private readonly Dice _dice = unit.Dice;

    /// <summary>Plans a measure, in kind and words as the texts have them; <paramref name="note"/> is what is seen when it has worked.</summary>
    public void Plan(Risk risk, string text, string? note, DateTimeOffset at, int? withinDays = null)
    {
        var day = SwedishDate.DateIn(at);
        var (kind, title) = StoryTexts.Measure(text);
        var slow = kind is MeasureKind.AtSource or MeasureKind.Technical;
        decimal? cost = slow && _dice.Chance(45) ? _dice.Between(2, 90) * 500 : null;
        var responsible = _dice.Chance(65) ? unit.ManagerOn(day) : _dice.Pick(unit.Employees);
        var due = Workflows.Calendar.QuietDays.OrNextOpen(day.AddDays(withinDays is { } days ? _dice.Between(3, days) : slow ? _dice.Between(30, 150) : _dice.Between(14, 80)));
        var measure = new Measure(
            world.Numbering.Next(at), unit.Id, new MeasurePlan(title, kind, responsible.Id, cost), due, [risk.Id], unit.ManagerOn(day).Id, at.AddMinutes(4));
        records.Measures.Add(measure);
        if (_dice.Chance(22))
            calendar.OnWorkday(due.AddDays(-_dice.Between(1, 9)), _dice, later => Slip(measure, risk, note, later));
        else
            Expect(measure, risk, note);
    }

    /// <summary>Plans one more measure against a risk that the earlier ones did not take away.</summary>
    public void Supplement(Risk risk, DateTimeOffset at)
    {
        var known = records.Measures.Where(measure => measure.Risks.Any(served => served.RiskId == risk.Id)).Select(measure => measure.Title).ToHashSet();
        var texts = world.Texts.Everywhere.Supplement[risk.Category.ToString().ToLowerInvariant()].Where(text => !known.Contains(StoryTexts.Measure(text).Title)).ToList();
        if (texts.Count > 0)
            Plan(risk, _dice.Pick(texts), null, at);
    }

    private void Slip(Measure measure, Risk risk, string? note, DateTimeOffset at)
    {
        var to = Workflows.Calendar.QuietDays.OrNextOpen(measure.DueOn.AddDays(_dice.Between(25, 90)));
        measure.MoveDueDate(to, _dice.Pick(world.Texts.Everywhere.Moved), unit.ManagerOn(SwedishDate.DateIn(at)).Id, at);
        Expect(measure, risk, note);
    }

    /// <summary>Most are done in time, one in seven late; the late ones are overdue until then.</summary>
    private void Expect(Measure measure, Risk risk, string? note)
    {
        var late = _dice.Chance(unit.IsSlow ? 40 : 14);
        var on = measure.DueOn.AddDays(late ? _dice.Between(8, 60) : -_dice.Between(0, 16));
        var made = SwedishDate.DateIn(measure.CreatedAt).AddDays(1);
        on = on < made ? made : on;
        if ((on.Month, on.Day).CompareTo(YearEnds) >= 0)
            on = new DateOnly(on.Year + 1, 1, _dice.Between(8, 28));
        calendar.OnWorkday(on, _dice, at =>
        {
            var day = SwedishDate.DateIn(at);
            measure.MarkDone(day, day, measure.ResponsibleId, at);
            calendar.OnWorkday(day.AddDays(_dice.Between(20, 55)), _dice, later => Check(measure, risk, note, later));
        });
    }

    private void Check(Measure measure, Risk risk, string? note, DateTimeOffset at)
    {
        var texts = world.Texts.Everywhere;
        var day = SwedishDate.DateIn(at);
        var manager = unit.ManagerOn(day);
        var fall = _dice.Below(100);
        if (fall < 10 && measure.EffectChecks.Count == 0)
        {
            PutOff(measure, risk, note, at);
            return;
        }

        var effect = fall < 24 ? MeasureEffect.Partly : fall < 30 ? MeasureEffect.No : MeasureEffect.Yes;
        var seen = effect switch
        {
            MeasureEffect.Partly => _dice.Pick(texts.Partly),
            MeasureEffect.No => _dice.Pick(texts.Failed),
            _ => note,
        };
        measure.CheckEffect(world.Numbering.Next(at), effect, null, seen, manager.Id, day, at);
        if (risk.Status == RiskStatus.Closed)
            return;
        if (effect != MeasureEffect.Yes)
        {
            Again(risk, effect, at);
            return;
        }

        if (!HasOpen(risk) && _dice.Chance(risk.Value >= 6 ? 45 : 88))
            risk.Close(_dice.Pick(texts.Closed), manager.Id, day, at.AddMinutes(3));
        else if (risk.Likelihood > 1 && _dice.Chance(60))
            Judge(risk, risk.Likelihood!.Value - 1, "again", at);
    }

    /// <summary>Closes an assessed risk that nothing more is to be done about.</summary>
    public void CloseIfDone(Risk risk, DateTimeOffset at)
    {
        var day = SwedishDate.DateIn(at);
        if (risk.Status == RiskStatus.Open && risk.Value is not null && risk.LiftedBecause is null && !HasOpen(risk))
            risk.Close(_dice.Pick(world.Texts.Everywhere.Closed), unit.ManagerOn(day).Id, day, at);
    }

    private bool HasOpen(Risk risk) => records.Measures.Any(measure =>
        measure.Risks.Any(served => served.RiskId == risk.Id) && measure.Status is MeasureStatus.Planned or MeasureStatus.Done);

    /// <summary>It cannot be judged yet, and is checked again on a later day.</summary>
    private void PutOff(Measure measure, Risk risk, string? note, DateTimeOffset at)
    {
        var day = SwedishDate.DateIn(at);
        var next = Workflows.Calendar.QuietDays.OrNextOpen(day.AddDays(_dice.Between(30, 75)));
        measure.CheckEffect(world.Numbering.Next(at), MeasureEffect.NotYet, next, _dice.Pick(world.Texts.Everywhere.Unclear), unit.ManagerOn(day).Id, day, at);
        calendar.OnWorkday(next, _dice, later => Check(measure, risk, note, later));
    }

    private void Again(Risk risk, MeasureEffect effect, DateTimeOffset at)
    {
        if (effect == MeasureEffect.Partly)
            Judge(risk, Math.Max(1, risk.Likelihood!.Value - 1), "again", at);
        else
            Judge(risk, risk.Likelihood!.Value, "worse", at);
        if (risk.Value > 3)
            Supplement(risk, at.AddMinutes(5));
    }

    private void Judge(Risk risk, int likelihood, string why, DateTimeOffset at)
    {
        var day = SwedishDate.DateIn(at);
        risk.Assess(
            world.Numbering.Next(at), world.Matrix, likelihood, risk.Consequence!.Value, risk.Serious!.Value && likelihood > 1,
            _dice.Pick(world.Texts.Everywhere.Reasons[why]), unit.ManagerOn(day).Id, day, at.AddMinutes(2));
    }
}
