using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.SeriesBreaks;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave.Documents;

/// <summary>Gathers what the page shows of a place into a document.</summary>
internal sealed class Briefing(DigiSamContext database, SickLeaveReader reader, PositionReader positions, StatedBreaks breaks)
{
    /// <summary>What managers are asked each third of a year.</summary>
    private static readonly string[] Questions =
    [
        "Vad i siffrorna känner du igen, och vad överraskar?",
        "Tänk på bemanning, arbetsbelastning, arbetsmiljö och årstid: vad förklarar fördelningen mellan kort och lång sjukfrånvaro?",
        "Vilka tidiga signaler på ohälsa har ni sett i gruppen, och hur fångar ni upp dem?",
        "Vilka åtgärder pågår, och vad har de gett?",
        "Vad gör ni till nästa tertial? Vem ansvarar, och när ska det vara klart?",
        "Vilket stöd behöver du av HR, företagshälsovården eller din egen chef?",
    ];

    public async Task<BriefingContent> Of(Guid placeId, DateOnly end, BriefingKind kind, CancellationToken stop)
    {
        var place = await database.Places.AsNoTracking().SingleAsync(place => place.Id == placeId, stop);
        if (kind == BriefingKind.Board && place is Organisation.Unit)
            throw new UnitsAreNotTold();
        var municipality = await database.Municipalities.Select(whole => whole.Name).SingleAsync(stop);
        var view = await reader.Read(placeId, end, stop);
        if (view is not { Period: { } period, Groups: [var all, ..] })
            throw new NothingToBriefOn();
        var stated = await breaks.Of(SeriesMeasure.SickLeave, stop);
        var above = await reader.Above(placeId, end, stop);
        var chapters = new List<BriefingChapter> { InShort(place.Name, all, above, Crossed(period.YearBefore.Start, end)), Groups(view, period, Crossed(period.YearBefore.Start, end)) };
        var series = (await reader.Series(placeId, stop)).Where(point => point.End <= end).ToList();
        if (series.Count > 0)
            chapters.Add(Series(series, Crossed(new RollingYear(series[0].End).Start, end)));
        if (kind == BriefingKind.Board && await positions.Rank(period, stop) is { Whole: > 0 } ranking)
            chapters.Add(Positions(ranking, Crossed(period.Start, end)));
        if (kind == BriefingKind.Tertial)
            chapters.Add(Asked());
        chapters.Add(new BriefingChapter("Så är siffrorna framtagna", [.. SickLeaveWords.Rule(view), .. view.Imports.Select(SickLeaveWords.Source)], null, []));
        return new BriefingContent(
            kind == BriefingKind.Board ? "Sjukfrånvaro – månadsbilaga" : "Sjukfrånvaro – tertialuppföljning", municipality, place.Name,
            $"tolv månader till och med {SickLeaveWords.Month(period.End)}", view.Imports.Count == 0 ? null : view.Imports.Max(source => source.ImportedAt), chapters);

        IReadOnlyList<string> Crossed(DateOnly first, DateOnly last) => [.. stated.Where(one => one.LiesWithin(first, last)).Select(one => one.Sentence)];
    }

    private static BriefingChapter InShort(string place, SickLeaveGroup all, IReadOnlyList<SickLeaveAbove> above, IReadOnlyList<string> crossed) => new(
        "I korthet", [.. SickLeaveWords.Meaning(all, above)],
        new BriefingTable(
            ["Plats", "Total", "Förändring på ett år, procentenheter", "Anställda"],
            [.. above.Select(known => (known.Name, known.All)).Prepend((place, all)).Select(row => new BriefingRow(
                row.Item1, [BriefingCell.Percent(row.Item2.Now?.Total), BriefingCell.Points(row.Item2.Difference?.Total), BriefingCell.People(row.Item2.Headcount)]))]),
        crossed);

    private static BriefingChapter Groups(SickLeaveView view, RollingYear period, IReadOnlyList<string> crossed) => new(
        "Sjukfrånvaron", [$"Procent av ordinarie arbetstid, tolv månader till och med {SickLeaveWords.Month(period.End)}. Skillnaden mot ett år tidigare står i procentenheter."],
        new BriefingTable(
            ["Grupp", "Total", "Ett år tidigare", "Skillnad", "Dag 1–14", "Från dag 15", "Från dag 60"],
            [.. view.Groups.Select(group => new BriefingRow(SickLeaveWords.Group(group),
            [
                BriefingCell.Percent(group.Now?.Total), BriefingCell.Percent(group.Before?.Total), BriefingCell.Points(group.Difference?.Total),
                BriefingCell.Percent(group.Now?.Short), BriefingCell.Percent(group.Now?.Long), BriefingCell.Percent(group.Now?.FromDay60),
            ]))]),
        [.. SickLeaveWords.Notes(view), .. crossed]);

    private static BriefingChapter Series(List<SickLeavePoint> points, IReadOnlyList<string> crossed) => new(
        "Utvecklingen", ["Varje rad är tolv månader till och med en månad, i procent av ordinarie arbetstid."],
        new BriefingTable(
            ["Till och med", "Total", "Dag 1–14", "Från dag 15"],
            [.. Enumerable.Reverse(points).Select(point => new BriefingRow(
                SickLeaveWords.Month(point.End), [BriefingCell.Percent(point.Shares?.Total), BriefingCell.Percent(point.Shares?.Short), BriefingCell.Percent(point.Shares?.Long)]))]),
        crossed);

    private static BriefingChapter Positions(PositionRanking ranking, IReadOnlyList<string> crossed) => new(
        "Befattningar med högst sjukfrånvaro", ["Räknat i hela kommunen, samma tolv månader."],
        new BriefingTable(
            ["Befattning", "Anställda", "Andel kvinnor", "Total", "Dag 1–14", "Från dag 15"],
            [.. ranking.Highest.Select(position => new BriefingRow(SickLeaveWords.Name(position),
            [
                BriefingCell.People(position.Headcount), BriefingCell.Share(position.WomenPercent), BriefingCell.Percent(position.Shares.Total),
                BriefingCell.Percent(position.Shares.Short), BriefingCell.Percent(position.Shares.Long),
            ]))]),
        [.. SickLeaveWords.Notes(ranking), .. crossed]);

    private static BriefingChapter Asked() => new(
        "Frågor till dig som chef", ["Svara för gruppen som helhet. Skriv aldrig om enskilda personer eller om deras hälsa."],
        new BriefingTable(["Fråga", "Ditt svar"], [.. Questions.Select(question => new BriefingRow(question, [new BriefingCell("")]))], IsAnswered: true), []);
}

/// <summary>There is nothing to write a document about.</summary>
public sealed class NothingToBriefOn() : BrokenRule("Det finns inga siffror för den här platsen och månaden. Läs in frånvaro per månad först.");

/// <summary>The supplement is public and must not be about the unit of one manager.</summary>
public sealed class UnitsAreNotTold() : BrokenRule("Månadsbilagan är en allmän handling och görs för nämnder, förvaltningar och kommunen, inte för en enskild enhet.");
