using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.SafetyRounds;

namespace DigiSam.Demo.Telling;

/// <summary>A unit's rounds: three or four planned in January, held through the year, answered mostly with a yes.</summary>
internal sealed class RoundTale(DemoWorld world, DemoUnit unit, UnitRecords records, EventCalendar calendar, Stories stories, RiskTale risks)
{
    private readonly Dice _dice = unit.Dice;

    public void Year(int year)
    {
        Plan("fysisk-arbetsmiljo", new DateOnly(year, 3, 1).AddDays(_dice.Between(0, 60)));
        Plan("organisatorisk-och-social-arbetsmiljo", year == world.ThisYear && unit.IsShown
            ? world.Today.AddDays(-11)
            : year == world.ThisYear && IsInProgress ? world.Today.AddDays(-2) : new DateOnly(year, 9, 1).AddDays(_dice.Between(0, 50)));
        if (unit.IsShown && year == world.ThisYear)
            Plan("hot-och-vald", world.Today.AddDays(3));
        else
            Plan("hot-och-vald", new DateOnly(year, 5, 2).AddDays(_dice.Between(0, 150)));
        if ((unit.Index + year) % 3 == 1 && !(unit.IsShown && year == world.ThisYear))
            Plan("fysisk-arbetsmiljo", new DateOnly(year, 9, 14).AddDays(_dice.Between(0, 50)));
        if (year == world.ThisYear && world.Today.Month > 9 && unit.Index % 4 == 2)
            Plan("fysisk-arbetsmiljo", new DateOnly(year + 1, 2, 9).AddDays(_dice.Between(0, 60)));
    }

    /// <summary>Someone is in the middle of a round here.</summary>
    private bool IsInProgress => unit.Index % 29 == 5;

    private void Plan(string checklist, DateOnly day)
    {
        if (unit.Texts.Kind is "skola" or "gymnasium" && (day.Month == 7 || (day.Month == 6 && day.Day > 12) || (day.Month == 8 && day.Day < 18)))
            day = new DateOnly(day.Year, 8, 24).AddDays(_dice.Between(0, 20));
        var planned = Workflows.Calendar.QuietDays.OrNextOpen(day);
        var made = planned.Year > world.ThisYear ? world.Today.AddDays(-_dice.Between(4, 25)) : new DateOnly(planned.Year, 1, 20);
        calendar.OnWorkday(made, _dice, at =>
        {
            var round = world.Numbering.Give(new SafetyRound(unit.Id, world.Checklist(checklist).VersionId, planned), at);
            records.Rounds.Add(round);
            Follow(round, world.Checklist(checklist).Checklist);
        });
    }

    private void Follow(SafetyRound round, Checklist checklist)
    {
        var current = round.PlannedFor.Year == world.ThisYear;
        var certain = unit.IsShown || IsInProgress;
        if (!certain && _dice.Chance(4))
        {
            calendar.OnWorkday(round.PlannedFor.AddDays(-_dice.Between(1, 6)), _dice, at => round.Cancel(_dice.Pick(world.Texts.Everywhere.Cancelled), at));
            return;
        }

        if (unit.IsSlow && current && round.PlannedFor.Month > 8)
            return;
        if (!certain && _dice.Chance(14) && round.PlannedFor.Month < 10)
        {
            var to = Workflows.Calendar.QuietDays.OrNextOpen(round.PlannedFor.AddDays(_dice.Between(7, 25)));
            calendar.OnWorkday(round.PlannedFor.AddDays(-2), _dice, _ => round.MoveTo(to));
            calendar.OnWorkday(to, _dice, at => Hold(round, checklist, at));
            return;
        }

        calendar.OnWorkday(round.PlannedFor, _dice, at => Hold(round, checklist, at));
    }

    private void Hold(SafetyRound round, Checklist checklist, DateTimeOffset at)
    {
        var day = SwedishDate.DateIn(at);
        var (manager, rep) = (unit.ManagerOn(day), unit.RepOn(day));
        round.Join(new RoundParticipant(round.Id, RoundPart.Manager, manager.Name, manager.Id));
        round.Join(new RoundParticipant(round.Id, RoundPart.SafetyRep, rep.Name, rep.Id));
        foreach (var employee in unit.Employees.Take(_dice.Between(0, 2)))
            round.Join(new RoundParticipant(round.Id, RoundPart.Employee, employee.Name, employee.Id));
        if (unit.Texts.Kind is "gymnasium" or "skola" && _dice.Chance(60))
            round.Join(new RoundParticipant(round.Id, RoundPart.PupilSafetyRep, "Elevskyddsombud", null));

        var found = Find(round, checklist);
        var inProgress = IsInProgress && world.Today.DayNumber - day.DayNumber is >= 0 and < 4;
        var answered = inProgress ? checklist.Questions.Count() / 2 : int.MaxValue;
        foreach (var (question, index) in checklist.Questions.Select((question, index) => (question, index)).Take(answered))
            Answer(round, question, found.GetValueOrDefault(question.Key), manager, at.AddSeconds(index * _dice.Between(40, 110)), day);
        if (!inProgress)
            Finish(round, checklist, found, at.AddMinutes(_dice.Between(45, 130)));
    }

    /// <summary>What the round will find, by question: some of what was found before, and something new.</summary>
    private Dictionary<string, (Story Story, bool Again)> Find(SafetyRound round, Checklist checklist)
    {
        var questions = checklist.Questions.Select(question => question.Key).ToHashSet();
        var found = new Dictionary<string, (Story, bool)>();
        foreach (var story in stories.ToldOf(questions, round.PlannedFor.AddYears(-2)).Where(_ => _dice.Chance(26)))
            found.TryAdd(story.Texts.Ask, (story, true));
        var more = unit.IsShown && round.PlannedFor.Year == world.ThisYear ? 4 : Math.Max(2, _dice.Between(3, 5) - found.Count);
        while (more-- > 0)
        {
            questions.ExceptWith(found.Keys);
            if (stories.Next(questions, round.PlannedFor.Month, _dice) is { } story)
                found.Add(story.Texts.Ask, (story, false));
        }

        return found;
    }

    private void Answer(SafetyRound round, ChecklistQuestion question, (Story? Story, bool Again) found, Person manager, DateTimeOffset at, DateOnly day)
    {
        var (value, note) = found.Story is { } story
            ? (found.Again || _dice.Chance(35) ? RoundAnswerValue.Partly : RoundAnswerValue.No, story.Say(found.Again ? story.Texts.Later : story.Texts.Found))
            : question.Key is "larm-provas" or "handledning" or "rena-hander" or "rosten" && unit.Texts.Kind is "kontor" or "gata"
                ? (RoundAnswerValue.NotApplicable, null)
                : (RoundAnswerValue.Yes, _dice.Chance(13) ? _dice.Pick(world.Texts.Everywhere.Remarks) : null);
        round.Answer(world.Numbering.Next(at), question, value, note, manager.Id, at, day);
    }

    private void Finish(SafetyRound round, Checklist checklist, Dictionary<string, (Story Story, bool Again)> found, DateTimeOffset at)
    {
        calendar.On(at, completed =>
        {
            round.Complete(checklist, completed);
            var shown = unit.IsShown && round.PlannedFor.Year == world.ThisYear && round.PlannedFor.Month >= world.Today.Month - 1;
            var fresh = world.Today.DayNumber - round.PlannedFor.DayNumber < 50;
            var waits = shown ? 3 : fresh && _dice.Chance(unit.IsSlow ? 90 : 25) ? _dice.Between(1, 3) : 0;
            foreach (var question in checklist.Questions.Where(question => found.ContainsKey(question.Key)))
            {
                var (story, again) = found[question.Key];
                if (again)
                    risks.FoundAgain(story, round, question, completed);
                else
                    risks.Found(story, round, question, completed, waits-- > 0);
            }

            foreach (var story in stories.ToldOf(checklist.Questions.Select(question => question.Key).ToHashSet(), DateOnly.MinValue).Where(story => !found.ContainsKey(story.Texts.Ask)))
                risks.NotFound(story, completed);
            if (!shown)
                calendar.OnWorkday(SwedishDate.DateIn(completed).AddDays(_dice.Between(0, 9)), _dice, later => Involve(round, later));
        });
    }

    /// <summary>Most representatives say that they took part; a few abstain, and some never say anything.</summary>
    private void Involve(SafetyRound round, DateTimeOffset at)
    {
        var rep = unit.RepOn(round.HeldOn!.Value);
        var fall = _dice.Below(100);
        if (fall < 6)
            return;
        var participant = new RoundParticipant(round.Id, RoundPart.SafetyRep, rep.Name, rep.Id);
        round.StateInvolvement(participant, fall >= 11, fall is >= 6 and < 16 ? _dice.Pick(unit.Workplace.Views) : null, at);
    }
}
