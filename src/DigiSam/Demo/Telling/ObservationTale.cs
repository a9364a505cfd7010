using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Observations;
using DigiSam.Risks;
using DigiSam.Workflows.Calendar;

namespace DigiSam.Demo.Telling;

/// <summary>What people in a unit see and report by themselves, at any time of the year, and what they are answered.</summary>
internal sealed class ObservationTale(DemoWorld world, DemoUnit unit, UnitRecords records, EventCalendar calendar, Stories stories, RiskTale risks)
{
    private readonly Dice _dice = unit.Dice;
    private readonly Pile<string> _seen = new(unit.Workplace.Observations, unit.Dice);

    public void Year(int year)
    {
        for (var left = _dice.Between(2, 4); left > 0; left--)
            On(new DateOnly(year, 1, 8).AddDays(_dice.Between(0, 350)));
        if (year == world.ThisYear && _dice.Chance(unit.IsShown ? 100 : 30))
            On(world.Today.AddDays(-_dice.Between(2, 6)));
        if (year == world.ThisYear && unit.Index % 3 == 0)
            calendar.OnWorkday(world.Today.AddDays(-_dice.Between(30, 44)), _dice, at => Told(stories.Gravest(SwedishDate.DateIn(at).Month), at));
    }

    private void On(DateOnly day) => calendar.OnWorkday(day, _dice, at =>
    {
        var month = SwedishDate.DateIn(at).Month;
        if (_dice.Chance(30) && Told(stories.NextSeen(_dice, month), at))
            return;

        var parts = _seen.Deal().Split(" | ");
        var seen = Report(parts[1], parts[0], at);
        if (_dice.Chance(35))
            Answer(seen, _ => (null, _dice.Chance(70) ? parts[3] : _dice.Pick(world.Texts.Everywhere.DismissedObservations)));
        else
            Answer(seen, later => (Simple(parts[2], parts[1], seen, at, later), parts[3]));
    });

    /// <summary>Someone reports what a story tells, and it becomes a risk. False when there is no story.</summary>
    private bool Told(Story? story, DateTimeOffset at)
    {
        if (story is null)
            return false;
        var observation = Report(story.Say(story.Texts.Found), null, at);
        Answer(observation, later =>
        {
            var risk = risks.New(story, CategoryOf(story), new RiskOrigin(RiskSource.Observation, ObservationId: observation.Id), SwedishDate.DateIn(at), later);
            risks.Assess(risk, story, later);
            return (risk, _dice.Pick(world.Texts.Everywhere.Thanks));
        });
        return true;
    }

    private Observation Report(string text, string? spot, DateTimeOffset at)
    {
        var anonymous = _dice.Chance(22);
        var midnight = SwedishTime.ToUtc(SwedishDate.DateIn(at), TimeOnly.MinValue);
        var observation = anonymous
            ? new Observation(world.Numbering.Next(midnight), unit.Id, text, spot, midnight, Receipt())
            : new Observation(world.Numbering.Next(at), unit.Id, text, spot, at, unit.IsShown && _dice.Chance(60) ? unit.Employees[0].Id : _dice.Pick(unit.Employees).Id);
        records.Observations.Add(observation);
        return observation;
    }

    /// <summary>A receipt code, of the same signs as others.</summary>
    private string Receipt() => string.Concat(Enumerable.Range(0, 10).Select(_ => _dice.Pick("BCDFGHJKMNPQRTVWXY346789".ToCharArray())));

    private void Answer(Observation observation, Func<DateTimeOffset, (Risk? Risk, string Reply)> answer) =>
        calendar.OnWorkday(SwedishDate.DateIn(observation.ReportedAt).AddDays(_dice.Between(1, 14)), _dice, at =>
        {
            var manager = unit.ManagerOn(SwedishDate.DateIn(at));
            var (risk, reply) = answer(at);
            if (risk is null)
                observation.Dismiss(reply, manager.Id, at);
            else
                observation.BecomeRisk(risk.Id, reply, manager.Id, at);
        });

    /// <summary>A risk of something that is mended within days.</summary>
    private Risk Simple(string title, string text, Observation observation, DateTimeOffset seen, DateTimeOffset at)
    {
        var risk = risks.New(title, text, _dice.Chance(60) ? RiskCategory.Premises : RiskCategory.Equipment, new RiskOrigin(RiskSource.Observation, ObservationId: observation.Id), SwedishDate.DateIn(seen), at);
        risks.Judge(risk, _dice.Between(1, 3), _dice.Between(1, 2), serious: false, null, unit.ManagerOn(SwedishDate.DateIn(at)), at);
        risks.Mend(risk, $"source | Åtgärda {char.ToLowerInvariant(title[0])}{title[1..]}", at);
        return risk;
    }

    private RiskCategory CategoryOf(Story story) =>
        world.Checklists.SelectMany(kept => kept.Checklist.Questions).First(question => question.Key == story.Texts.Ask).Category;
}
