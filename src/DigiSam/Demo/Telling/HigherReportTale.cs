using System.Globalization;
using DigiSam.AnnualReports;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.ReportForms;

namespace DigiSam.Demo.Telling;

/// <summary>
/// The reports of administrations, boards and the municipality, from draft to decision. Of the newest year a few are still on
/// their way: one waits to be locked, one is locked for the meeting, and the municipality's is being written.
/// </summary>
internal sealed class HigherReportTale(DemoWorld world, OrganisationTale organisation, Func<Guid, int, YearNumbers> numbers)
{
    private const string WaitsForLock = "Bygg- och miljönämnden";

    private const string WaitsForDecision = "Kultur- och fritidsnämnden";

    private const string Returned = "Socialnämnden";

    private readonly Dice _dice = world.DiceFor("reports");
    private readonly EventCalendar _calendar = new(world.Now);
    private readonly Dictionary<string, Pile<string>> _texts = [];
    private int _caseNumber = 100;

    /// <summary>Rows besides the reports.</summary>
    public List<object> Others { get; } = [];

    public List<AnnualReport> Reports { get; } = [];

    public void Tell()
    {
        for (var year = world.FirstYear; year < world.ThisYear; year++)
        {
            if (world.FormFor(year + 1) is not { } form || form.RecordsYear(year + 1) != year)
                continue;
            foreach (var administration in organisation.Administrations.Values)
                Begin(administration, ReportLevel.Administration, form, year, new DateOnly(year + 1, 2, 24));
            foreach (var board in organisation.Boards.Values)
                Begin(board, ReportLevel.Board, form, year, new DateOnly(year + 1, 3, 6));
            Begin(organisation.Municipality, ReportLevel.Municipality, form, year, new DateOnly(year + 1, 4, 20));
        }

        _calendar.Run();
    }

    private void Begin(Place place, ReportLevel level, ReportForm form, int year, DateOnly day) => _calendar.OnWorkday(day.AddDays(_dice.Between(0, 8)), _dice, at =>
    {
        var people = organisation.Higher[place.Id];
        var report = new AnnualReport(world.Numbering.Next(at), year + 1, place.Id, level, people.Writer.Id, at);
        Reports.Add(report);
        if (level.Decides())
            report.Register(string.Create(CultureInfo.InvariantCulture, $"EX {year + 1}/{_caseNumber += _dice.Between(3, 40)}"), people.Writer.Id, at.AddMinutes(5));
        Write(report, people, form, year, at, 1);
        var newest = year == world.ThisYear - 1;
        if (newest && level == ReportLevel.Municipality)
            return;
        _calendar.OnWorkday(SwedishDate.DateIn(at).AddDays(_dice.Between(4, 9)), _dice, later => HandIn(report, people, later, later => Meet(report, place, people, form, year, later)));
    });

    /// <summary>Writes the texts; <paramref name="number"/> is 2 when the board has returned the report and the summary is written anew.</summary>
    private void Write(AnnualReport report, HigherPeople people, ReportForm form, int year, DateTimeOffset at, int number)
    {
        foreach (var (section, index) in form.Sections.Select((section, index) => (section, index)))
        {
            if (!world.Texts.Reports.Higher.TryGetValue(section.Key, out var texts) || (number > 1 && section.Key != "summary"))
                continue;
            if (!_texts.TryGetValue(section.Key, out var pile))
                _texts.Add(section.Key, pile = new Pile<string>(texts, _dice));
            var when = at.AddMinutes(7 * (index + 1));
            var text = numbers(report.PlaceId, year).Fill(pile.Deal(), year);
            if (report.Level == ReportLevel.Municipality && year == world.ThisYear - 1 && world.Texts.Reports.ToMend.TryGetValue(section.Key, out var more))
                text = $"{text}\n\n{more}";
            Others.Add(new SectionTextVersion(world.Numbering.Next(when), report.Id, section.Key, number, text, people.Writer.Id, when));
        }
    }

    private void HandIn(AnnualReport report, HigherPeople people, DateTimeOffset at, Action<DateTimeOffset> submitted)
    {
        report.Complete([], people.Writer.Id, at);
        var day = SwedishDate.DateIn(at);
        _calendar.OnWorkday(day.AddDays(_dice.Between(1, 4)), _dice, later => report.StateInvolvement(new AnnualReportInvolvement(
            world.Numbering.Next(later), report, true, _dice.Chance(25) ? _dice.Pick(world.Texts.Reports.Views) : null, people.Rep.Id, later)));
        _calendar.OnWorkday(day.AddDays(_dice.Between(5, 8)), _dice, later => report.Record(new CommitteeTreatment(
            world.Numbering.Next(later), report, world.Texts.People.Committees[report.Level == ReportLevel.Municipality ? "municipality" : "administration"], SwedishDate.DateIn(later),
            _dice.Pick(world.Texts.Reports.Committee), string.Create(CultureInfo.InvariantCulture, $"Protokoll {SwedishDate.DateIn(later).Year}-{_dice.Between(2, 5):00} § {_dice.Between(4, 14)}"),
            people.Writer.Id, later, SwedishDate.DateIn(later))));
        _calendar.OnWorkday(day.AddDays(_dice.Between(9, 12)), _dice, later =>
        {
            report.Submit(people.Writer.Id, later);
            submitted(later);
        });
    }

    /// <summary>The way to the board's meeting, for those that have one.</summary>
    private void Meet(AnnualReport report, Place place, HigherPeople people, ReportForm form, int year, DateTimeOffset at)
    {
        var newest = year == world.ThisYear - 1;
        if (!report.Level.Decides() || people.Secretary is not { } secretary || (newest && place.Name == WaitsForLock))
            return;
        var day = SwedishDate.DateIn(at);
        var waits = newest && place.Name == WaitsForDecision;
        _calendar.OnWorkday(waits ? world.Today.AddDays(-6) : day.AddDays(_dice.Between(4, 10)), _dice, locked =>
        {
            report.Lock(secretary.Id, locked);
            if (!waits)
                _calendar.OnWorkday(SwedishDate.DateIn(locked).AddDays(_dice.Between(10, 16)), _dice, decided => Decide(report, place, people, form, year, decided));
        });
    }

    private void Decide(AnnualReport report, Place place, HigherPeople people, ReportForm form, int year, DateTimeOffset at)
    {
        var returned = place.Name == Returned && report.Version == 1 && year == world.ThisYear - 1;
        var kind = returned ? DecisionKind.Returned : _dice.Chance(70) ? DecisionKind.NotedInformed : DecisionKind.Approved;
        var day = SwedishDate.DateIn(at);
        report.Decide(new BoardDecision(world.Numbering.Next(at), report, day, string.Create(CultureInfo.InvariantCulture, $"§ {_dice.Between(18, 74)}"), kind, people.Secretary!.Id, at), day);
        if (!returned)
            return;
        _calendar.OnWorkday(day.AddDays(14), _dice, again =>
        {
            Write(report, people, form, year, again, 2);
            HandIn(report, people, again.AddDays(1), later => Meet(report, place, people, form, year, later));
        });
    }
}
