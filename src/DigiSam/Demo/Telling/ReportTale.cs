using System.Globalization;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Records;
using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.ReportForms;
using DigiSam.Risks;
using DigiSam.SafetyRounds;

namespace DigiSam.Demo.Telling;

/// <summary>A unit's annual report: written in January from what was recorded, spoken about, and handed in.</summary>
internal sealed class ReportTale(DemoWorld world, DemoUnit unit, UnitRecords records, EventCalendar calendar)
{
    private readonly Dice _dice = unit.Dice;

    /// <summary>The report about a year, written in the next; the current year's has only been begun, by some.</summary>
    public void About(int year)
    {
        if (world.FormFor(year + 1) is not { } form || form.RecordsYear(year + 1) != year)
            return;
        if (year == world.ThisYear)
        {
            if (unit.Index % 6 < 2 && world.Today.Month > 9)
                calendar.OnWorkday(world.Today.AddDays(-_dice.Between(3, 16)), _dice, at => Write(new AnnualReport(world.Numbering.Next(at), year + 1, unit.Id, ReportLevel.Unit, unit.ManagerOn(SwedishDate.DateIn(at)).Id, at), form, year, at, _dice.Between(2, 5)));
            return;
        }

        calendar.OnWorkday(new DateOnly(year + 1, 1, 24).AddDays(_dice.Between(0, 24)), _dice, at =>
        {
            var manager = unit.ManagerOn(SwedishDate.DateIn(at));
            var report = new AnnualReport(world.Numbering.Next(at), year + 1, unit.Id, ReportLevel.Unit, manager.Id, at);
            Write(report, form, year, at, int.MaxValue);
            Answer(report, form, year, manager.Id, at);
            if (year == world.ThisYear - 1 && unit.Index % 23 == 17)
                return;
            calendar.OnWorkday(SwedishDate.DateIn(at).AddDays(_dice.Between(1, 5)), _dice, later => HandIn(report, later));
        });
    }

    private void Write(AnnualReport report, ReportForm form, int year, DateTimeOffset at, int sections)
    {
        records.Reports.Add(report);
        foreach (var (section, index) in form.Sections.Where(section => world.Texts.Reports.Unit.ContainsKey(section.Key)).Select((section, index) => (section, index)).Take(sections))
        {
            var when = at.AddMinutes(3 * (index + 1));
            records.Others.Add(new SectionTextVersion(
                world.Numbering.Next(when), report.Id, section.Key, 1, Fill(_dice.Pick(world.Texts.Reports.Unit[section.Key]), year), unit.ManagerOn(SwedishDate.DateIn(at)).Id, when));
        }
    }

    private void Answer(AnnualReport report, ReportForm form, int year, Guid person, DateTimeOffset at)
    {
        var known = KnownOf(year);
        foreach (var (question, index) in form.Questions.Select((question, index) => (question, index)))
        {
            var when = at.AddMinutes(50).AddSeconds(20 * index);
            var derived = question.Derived is { } rule ? DerivedAnswers.To(rule, known)?.Answer : null;
            var answer = derived ?? Declared(question.Key);
            var comment = (string?)null;
            if (derived is ReportAnswer.Partly && _dice.Chance(12))
                (answer, comment) = (ReportAnswer.Yes, _dice.Pick(world.Texts.Reports.Comments));
            records.Others.Add(new ReportAnswerVersion(world.Numbering.Next(when), report.Id, question.Key, 1, answer, comment, derived, taken: false, form.Sha256, person, when));
        }
    }

    private ReportAnswer Declared(string question)
    {
        var fall = _dice.Below(100);
        if (question == "inspected")
            return fall < 94 ? ReportAnswer.No : ReportAnswer.Yes;
        if (question == "occupational-health-used")
            return fall < 55 ? ReportAnswer.Yes : fall < 85 ? ReportAnswer.NotApplicable : ReportAnswer.Partly;
        return fall < 84 ? ReportAnswer.Yes : fall < 96 ? ReportAnswer.Partly : ReportAnswer.No;
    }

    private void HandIn(AnnualReport report, DateTimeOffset at)
    {
        var day = SwedishDate.DateIn(at);
        var manager = unit.ManagerOn(day);
        report.Complete([], manager.Id, at);
        if (_dice.Chance(93))
        {
            calendar.OnWorkday(day.AddDays(_dice.Between(1, 6)), _dice, later => report.StateInvolvement(new AnnualReportInvolvement(
                world.Numbering.Next(later), report, _dice.Chance(95), _dice.Chance(9) ? _dice.Pick(unit.Workplace.Views) : null, unit.RepOn(day).Id, later)));
        }

        if (_dice.Chance(60))
        {
            calendar.OnWorkday(day.AddDays(_dice.Between(3, 8)), _dice, later => report.Record(new CommitteeTreatment(
                world.Numbering.Next(later), report, world.Texts.People.Committees["unit"], SwedishDate.DateIn(later), _dice.Chance(40) ? _dice.Pick(world.Texts.Reports.Committee) : null,
                string.Create(CultureInfo.InvariantCulture, $"Protokoll {SwedishDate.DateIn(later).Year}:{_dice.Between(1, 4)} § {_dice.Between(3, 12)}"), manager.Id, later, SwedishDate.DateIn(later))));
        }

        calendar.OnWorkday(day.AddDays(_dice.Between(9, 14)), _dice, later => report.Submit(manager.Id, later));
    }

    private string Fill(string text, int year)
    {
        var numbers = YearNumbers.Of(records, year);
        var top = records.Risks.Where(risk => risk.FoundOn.Year <= year && risk.Status == RiskStatus.Open && risk.Value is not null).MaxBy(risk => risk.Value)?.Title ?? "Bemanningen vid frånvaro";
        return numbers.Fill(text, year)
            .Replace("{toppen}", $"\"{top}\"", StringComparison.Ordinal)
            .Replace("{mål}", records.Goals.GetValueOrDefault(year) ?? "Målet sattes aldrig.", StringComparison.Ordinal);
    }

    private YearRecords KnownOf(int year) => new(
        year,
        [.. records.RoundsOf(year).Select(round => new RoundRecord(round.Id, "", round.PlannedFor, round.Status,
            round.Participants.Any(participant => participant is { Part: RoundPart.SafetyRep, TookPart: true })))],
        [.. records.Observations.Where(seen => SwedishDate.DateIn(seen.ReportedAt).Year == year)
            .Select(seen => new ObservationRecord(seen.Id, SwedishDate.DateIn(seen.ReportedAt), seen.Reply is not null, seen.RiskId is not null))],
        [.. records.Risks.Where(risk => risk.FoundOn.Year == year)
            .Select(risk => new RiskRecord(risk.Id, risk.Title, risk.FoundOn, risk.ClosedOn, risk.AssessedOn is not null, risk.Value, risk.Level, risk.Serious == true, risk.LiftedBecause))],
        [.. records.Measures.Where(measure => measure.DueOn.Year == year || measure.DoneOn?.Year == year)
            .Select(measure => new MeasureRecord(measure.Id, measure.Title, measure.DueOn, measure.DoneOn, measure.Status == MeasureStatus.Cancelled, measure.DueDates.Count > 0, measure.Effect))],
        records.Goals.TryGetValue(year, out var goal) ? [new PlanRecord(Guid.Empty, goal, [])] : []);
}

/// <summary>How much was done in a year, to be told in a report.</summary>
internal sealed record YearNumbers(int Rounds, int Deficiencies, int Done, int Worked, int Open)
{
    public static YearNumbers Of(UnitRecords records, int year)
    {
        var done = records.Measures.Where(measure => measure.DoneOn?.Year == year).ToList();
        return new YearNumbers(
            records.RoundsOf(year).Count(round => round.Status == RoundStatus.Completed),
            records.RoundsOf(year).Where(round => round.Status == RoundStatus.Completed).Sum(round => round.Answers.Count(answer => answer.IsDeficiency)),
            done.Count,
            done.Count(measure => measure.Effect == MeasureEffect.Yes),
            records.Measures.Count(measure => measure.Status == MeasureStatus.Planned));
    }

    public static YearNumbers Sum(IEnumerable<YearNumbers> several) => several.Aggregate(new YearNumbers(0, 0, 0, 0, 0), (sum, next) => new YearNumbers(
        sum.Rounds + next.Rounds, sum.Deficiencies + next.Deficiencies, sum.Done + next.Done, sum.Worked + next.Worked, sum.Open + next.Open));

    public string Fill(string text, int year) => text
        .Replace("{år}", Said(year), StringComparison.Ordinal)
        .Replace("{ronder} ronder", Rounds == 1 ? "1 rond" : $"{Said(Rounds)} ronder", StringComparison.Ordinal)
        .Replace("{ronder}", Said(Rounds), StringComparison.Ordinal)
        .Replace("{brister}", Said(Deficiencies), StringComparison.Ordinal)
        .Replace("{klara}", Said(Done), StringComparison.Ordinal)
        .Replace("{effekt}", Said(Worked), StringComparison.Ordinal)
        .Replace("{öppna}", Open switch { 0 => "Ingen", 1 => "En", _ => Said(Open) }, StringComparison.Ordinal);

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
