using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Risks;
using DigiSam.SafetyRounds;

namespace DigiSam.Demo.Telling;

/// <summary>What becomes of something found: assessed or dismissed, measures, their effect, and a new assessment.</summary>
internal sealed class RiskTale(DemoWorld world, DemoUnit unit, UnitRecords records, EventCalendar calendar)
{
    private readonly Dice _dice = unit.Dice;
    private readonly MeasureTale _measures = new(world, unit, records, calendar);

    /// <summary>A completed round has found it. <paramref name="stays"/>: it waits for someone to assess it, still.</summary>
    public void Found(Story story, SafetyRound round, ChecklistQuestion question, DateTimeOffset completed, bool stays)
    {
        Wait(round.PlannedFor.Year, 1);
        if (stays)
            return;
        calendar.OnWorkday(SwedishDate.DateIn(completed).AddDays(_dice.Between(2, 18)), _dice, at =>
        {
            Wait(round.PlannedFor.Year, -1);
            round.Judge();
            if (_dice.Chance(7))
            {
                Dismiss(round, question, world.Texts.Everywhere.Dismissals, at);
                return;
            }

            var risk = New(story, question.Category, new RiskOrigin(RiskSource.Round, round.Id, question.Key), round.HeldOn!.Value, at);
            if (!IsLeft(at))
                Assess(risk, story, at);
        });
    }

    /// <summary>Every other unit has not come to assess what it found in the last two weeks.</summary>
    private bool IsLeft(DateTimeOffset at) => unit.Index % 2 == 0 && at > world.Now.AddDays(-14);

    /// <summary>A round has found it once more: the risk is assessed anew, and opened if it was closed.</summary>
    public void FoundAgain(Story story, SafetyRound round, ChecklistQuestion question, DateTimeOffset completed)
    {
        Wait(round.PlannedFor.Year, 1);
        calendar.OnWorkday(SwedishDate.DateIn(completed).AddDays(_dice.Between(2, 14)), _dice, at =>
        {
            Wait(round.PlannedFor.Year, -1);
            round.Judge();
            Dismiss(round, question, world.Texts.Everywhere.Known, at);
            var risk = story.Risk!;
            var manager = unit.ManagerOn(SwedishDate.DateIn(at));
            risk.Reopen(manager.Id, at);
            var worse = _dice.Chance(18);
            Judge(risk, worse ? Math.Min(4, risk.Likelihood!.Value + 1) : Math.Max(1, risk.Likelihood!.Value - 1), risk.Consequence!.Value,
                risk.Serious!.Value && !(risk.Likelihood == 1), _dice.Pick(world.Texts.Everywhere.Reasons[worse ? "worse" : "again"]), manager, at);
            if (risk.Value > 3)
                _measures.Supplement(risk, at);
        });
    }

    /// <summary>A round has looked for it in vain: when all that was to be done is done, it may be closed.</summary>
    public void NotFound(Story story, DateTimeOffset completed)
    {
        if (_dice.Chance(60))
            calendar.OnWorkday(SwedishDate.DateIn(completed).AddDays(_dice.Between(1, 12)), _dice, at => _measures.CloseIfDone(story.Risk!, at));
    }

    public Risk New(Story story, RiskCategory category, RiskOrigin origin, DateOnly foundOn, DateTimeOffset at)
    {
        var risk = New(story.Say(story.Texts.Risk), story.Say(story.Texts.Why), category, origin, foundOn, at);
        story.Risk = risk;
        return risk;
    }

    public Risk New(string title, string why, RiskCategory category, RiskOrigin origin, DateOnly foundOn, DateTimeOffset at)
    {
        var risk = new Risk(world.Numbering.Next(at), unit.Id, title, why, category, origin, foundOn, unit.ManagerOn(SwedishDate.DateIn(at)).Id, at);
        records.Risks.Add(risk);
        return risk;
    }

    /// <summary>Assesses a risk as its story says, give or take, and plans what is done about it.</summary>
    public void Assess(Risk risk, Story story, DateTimeOffset at)
    {
        var manager = unit.ManagerOn(SwedishDate.DateIn(at));
        var likelihood = Math.Clamp(story.Texts.Likelihood + (_dice.Chance(20) ? _dice.Between(-1, 1) : 0), 1, 4);
        Judge(risk, likelihood, story.Texts.Consequence, story.Texts.Serious, null, manager, at);
        foreach (var measure in story.Texts.Do.Take(_dice.Chance(75) ? 2 : 1))
            _measures.Plan(risk, story.Say(measure), story.Say(story.Texts.Note), at);
        if (risk.Value >= 6 && _dice.Chance(40))
            _measures.Supplement(risk, at.AddMinutes(6));
        if (risk.Value >= 9 && _dice.Chance(30))
            calendar.OnWorkday(SwedishDate.DateIn(at).AddDays(_dice.Between(20, 60)), _dice, later => Lift(risk, later));
    }

    /// <summary>Judges a risk without a story of its own.</summary>
    public void Judge(Risk risk, int likelihood, int consequence, bool serious, string? reason, Person manager, DateTimeOffset at)
    {
        var value = likelihood * consequence;
        reason ??= _dice.Pick(world.Texts.Everywhere.Reasons[value <= 3 ? "low" : value <= 6 ? "medium" : "high"]);
        risk.Assess(world.Numbering.Next(at), world.Matrix, likelihood, consequence, serious, reason, manager.Id, SwedishDate.DateIn(at), at);
    }

    /// <summary>Plans the measure that a small thing needs.</summary>
    public void Mend(Risk risk, string measure, DateTimeOffset at) => _measures.Plan(risk, measure, "Kontrollerat på plats.", at, withinDays: 21);

    private void Lift(Risk risk, DateTimeOffset at)
    {
        if (risk.Status == RiskStatus.Open)
            risk.Lift(_dice.Pick(world.Texts.Everywhere.Lifted), unit.ManagerOn(SwedishDate.DateIn(at)).Id, SwedishDate.DateIn(at), at);
    }

    private void Dismiss(SafetyRound round, ChecklistQuestion question, IReadOnlyList<string> reasons, DateTimeOffset at) =>
        records.Dismissals.Add(new DeficiencyDismissal(
            world.Numbering.Next(at), round.Id, question.Key, _dice.Pick(reasons), unit.ManagerOn(SwedishDate.DateIn(at)).Id, at));

    private void Wait(int year, int more) => records.Waiting[year] = records.Waiting.GetValueOrDefault(year) + more;
}
