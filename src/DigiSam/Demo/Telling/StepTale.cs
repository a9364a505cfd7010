using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.SafetyRounds;
using DigiSam.SamYears;

namespace DigiSam.Demo.Telling;

/// <summary>What the manager and the safety representative do in the steps of a year, and when they close them.</summary>
internal sealed class StepTale
{
    private const int Patience = 20;

    private readonly DemoWorld _world;
    private readonly DemoUnit _unit;
    private readonly UnitRecords _records;
    private readonly EventCalendar _calendar;
    private readonly YearTale _year;
    private readonly int _number;
    private readonly Dice _dice;

    public StepTale(DemoWorld world, DemoUnit unit, UnitRecords records, EventCalendar calendar, int year)
    {
        (_world, _unit, _records, _calendar, _number, _dice) = (world, unit, records, calendar, year, unit.Dice);
        _year = new YearTale(world, unit, records, calendar, year);
        _year.Begin(Plan);
    }

    private bool IsLateWithPlan => _number == _world.ThisYear && _unit.Index % 11 == 6;

    private void Plan(DateTimeOffset begun)
    {
        var plan = _world.Numbering.Give(new YearPlan(_year.SamYear!.Id, begun), begun);
        _records.Others.Add(plan);
        var day = new DateOnly(_number, 1, 14).AddDays(IsLateWithPlan ? _dice.Between(60, 90) : _dice.Between(0, 22));
        _calendar.OnWorkday(day, _dice, _ =>
        {
            _records.Goals[_number] = _dice.Pick(_unit.Workplace.Goals);
            var meetings = _dice.Chance(50) ? Enumerable.Range(1, 12).Where(month => month != 7) : [1, 2, 3, 4, 5, 8, 9, 10, 11, 12];
            plan.Decide(_records.Goals[_number], _dice.Shuffle(_world.HealthFactors.Factors.Select(factor => factor.Key)).Take(_dice.Between(2, 3)), meetings);
        });
        InvolvedThenClosed("plan", day.AddDays(_dice.Between(2, 7)), () => true);
        Try("investigate", new DateOnly(_number, 10, 5).AddDays(_dice.Between(0, 20)), IsInvestigated, Patience);
        Try("assess", new DateOnly(_number, 10, 19).AddDays(_dice.Between(0, 20)), () => IsInvestigated() && _records.Waiting.GetValueOrDefault(_number) == 0, Patience);
        InvolvedThenClosed("act", new DateOnly(_number, 11, 14).AddDays(_dice.Between(0, 12)), MoveWhatIsLate);
        Try("follow-up", new DateOnly(_number, MeasureTale.YearEnds.Month, MeasureTale.YearEnds.Day).AddDays(_dice.Between(0, 4)), EndTheYear, Patience);
        Improve();
    }

    private bool IsInvestigated() => _records.RoundsOf(_number).All(round => round.Status is RoundStatus.Completed or RoundStatus.Cancelled);

    /// <summary>Closes the step on the day, or tries again a week later while something is missing.</summary>
    private void Try(string step, DateOnly day, Func<bool> ready, int patience) => _calendar.OnWorkday(day, _dice, at =>
    {
        var today = SwedishDate.DateIn(at);
        if (_year.IsOpen(step) && ready())
            _year.Close(step, _unit.ManagerOn(today), at);
        else if (patience > 0)
            Try(step, today.AddDays(7), ready, patience - 1);
    });

    private void InvolvedThenClosed(string step, DateOnly day, Func<bool> ready)
    {
        _calendar.OnWorkday(day, _dice, at => Involve(step, at));
        Try(step, day.AddDays(_dice.Between(1, 6)), ready, Patience);
    }

    /// <summary>The representative takes part in most steps; in some the manager writes why there is none.</summary>
    private void Involve(string step, DateTimeOffset at)
    {
        var day = SwedishDate.DateIn(at);
        var year = _year.SamYear!.Id;
        var fall = _dice.Below(100);
        _records.Others.Add(fall < 5
            ? new StepAbsence(_world.Numbering.Next(at), year, step, _dice.Pick(_world.Texts.Everywhere.Absences), _unit.ManagerOn(day).Id, at)
            : new StepInvolvement(_world.Numbering.Next(at), year, step, _unit.RepOn(day).Id, fall >= 9, fall < 17 ? _dice.Pick(_unit.Workplace.Views) : null, at));
    }

    /// <summary>No measure of the plan may be past its last day when the step closes: those that are get another.</summary>
    private bool MoveWhatIsLate()
    {
        var day = new DateOnly(_number, 11, 27);
        var last = new DateOnly(_number, 12, 31);
        foreach (var measure in _records.Measures.Where(measure => measure.Status == MeasureStatus.Planned && measure.DueOn <= day && measure.DueOn <= last).ToList())
        {
            var at = EventCalendar.AtWork(measure.DueOn > day ? day : measure.DueOn, _dice);
            if (at < measure.CreatedAt)
                at = measure.CreatedAt.AddHours(1);
            measure.MoveDueDate(Workflows.Calendar.QuietDays.OrNextOpen(new DateOnly(_number, 12, 4).AddDays(_dice.Between(0, 60))), _dice.Pick(_world.Texts.Everywhere.Moved), _unit.ManagerOn(day).Id, at);
        }

        return true;
    }

    /// <summary>What was done is checked or put off to a day, and what is open goes on with a reason.</summary>
    private bool EndTheYear()
    {
        var day = new DateOnly(_number, 12, 12);
        var at = EventCalendar.AtWork(day, _dice);
        var manager = _unit.ManagerOn(day);
        foreach (var measure in _records.Measures)
        {
            if (measure.Status == MeasureStatus.Planned)
                measure.CarryOver(_number, _dice.Pick(_world.Texts.Everywhere.Carried), manager.Id, at);
            else if (measure.Status == MeasureStatus.Done && (measure.NextCheckOn is null || measure.NextCheckOn < day))
                measure.CheckEffect(_world.Numbering.Next(at), MeasureEffect.NotYet, new DateOnly(_number + 1, 1, 20).AddDays(_dice.Between(0, 40)), _dice.Pick(_world.Texts.Everywhere.Unclear), manager.Id, day, at);
        }

        return true;
    }

    /// <summary>The yearly follow-up, in January after the year; each shortcoming becomes an improvement in the next one's plan.</summary>
    private void Improve()
    {
        var day = new DateOnly(_number + 1, 1, 8).AddDays(_dice.Between(0, 10));
        _calendar.OnWorkday(day, _dice, at =>
        {
            var (year, manager) = (_year.SamYear!, _unit.ManagerOn(SwedishDate.DateIn(at)));
            var improvements = new Pile<string>(_world.Texts.Everywhere.Improvements, _dice);
            foreach (var (question, index) in _world.FollowUp.Questions.Select((question, index) => (question, index)))
            {
                var fall = _dice.Below(100);
                var answer = fall < 84 ? AnnualFollowUpValue.Yes : fall < 94 ? AnnualFollowUpValue.Partly : fall < 97 ? AnnualFollowUpValue.No : AnnualFollowUpValue.NotApplicable;
                var when = at.AddSeconds(30 * index);
                var given = _world.Numbering.Give(
                    new AnnualFollowUpAnswer(year.Id, _world.FollowUp.Version, question.Key, answer, null, manager.Id, when), when);
                _records.Others.Add(given);
                if (given.IsShortcoming)
                    _records.Others.Add(Better(year, question.Key, improvements.Deal(), manager.Id, at.AddMinutes(20)));
            }
        });
        InvolvedThenClosed("improve", day.AddDays(_dice.Between(2, 8)), () => true);
    }

    private Improvement Better(SamYear year, string question, string text, Guid person, DateTimeOffset at)
    {
        var improvement = new Improvement(_world.Numbering.Next(at), year, question, text, person, at);
        if (year.Year + 1 < _world.ThisYear || _dice.Chance(40))
        {
            var done = new DateOnly(year.Year + 1, 3, 1).AddDays(_dice.Between(0, 240));
            if (done <= _world.Today)
                improvement.MarkDone(done);
        }

        return improvement;
    }
}
