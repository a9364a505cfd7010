using DigiSam.Checklists;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SafetyRounds;

/// <summary>The list that the database counts and pages, against the same computed slowly from every round.</summary>
public sealed class RoundListTests : IAsyncLifetime
{
    private static readonly RoundAnswerValue[] Values = Enum.GetValues<RoundAnswerValue>();

    private readonly Random _random = new(20260314);
    private Installed _installed = null!;
    private Guid _administration;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        var rows = Enumerable.Range(1, 6).Select(number => $"BUF;Barnförvaltningen;Skolnämnden;E{number};{(char)('Ö' - number)}-skolan {number}");
        await _installed.Do(new ImportOrganisation(
            "organisation.csv", System.Text.Encoding.UTF8.GetBytes("administration_code;administration;board;unit_code;unit\n" + string.Join('\n', rows)), null, DryRun: false));
        _administration = await _installed.InDatabase(async database =>
        {
            var units = await database.Units.Where(unit => unit.Code != "E6").Select(unit => unit.Id).ToListAsync();
            var versions = await database.ChecklistVersions.ToListAsync();
            for (var number = 0; number < 137; number++)
                database.SafetyRounds.Add(RandomRound(units[_random.Next(units.Count)], versions[_random.Next(versions.Count)]));
            await database.SaveChangesAsync();
            return await database.Administrations.Select(administration => administration.Id).SingleAsync();
        });
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData(RoundStatus.Planned)]
    [InlineData(RoundStatus.Held)]
    [InlineData(RoundStatus.Completed)]
    [InlineData(RoundStatus.Cancelled)]
    public async Task Pages_put_together_are_the_whole_filtered_list_with_the_same_counts(RoundStatus? status)
    {
        var slow = await Slowly();
        var filtered = slow.Where(round => status is null || round.Status == status).ToList();
        Assert.NotEmpty(filtered);
        var paged = new List<RoundSummary>();
        for (var page = 1; page <= ((filtered.Count + 9) / 10) + 1; page++)
        {
            var list = await _installed.Do(new ListRounds(_administration, 2026, status, page, PageSize: 10));
            Assert.Equal(filtered.Count, list.Total);
            Assert.Equal(slow.CountBy(round => round.Status).OrderBy(count => count.Key), list.Counts.OrderBy(count => count.Key));
            Assert.True(list.Rounds.Count <= 10);
            paged.AddRange(list.Rounds);
        }

        Assert.Equal(filtered, paged);
        Assert.Contains(paged, round => status is RoundStatus.Planned or RoundStatus.Cancelled || round.Deficiencies > 0);
    }

    [Fact]
    public async Task A_page_that_cannot_be_is_refused()
    {
        Assert.IsType<Outcome<RoundList>.Invalid>(await _installed.Send(new ListRounds(_administration, 2026, null, Page: 0)));
        Assert.IsType<Outcome<RoundList>.Invalid>(await _installed.Send(new ListRounds(_administration, 2026, null, PageSize: 5000)));
    }

    private SafetyRound RandomRound(Guid unit, ChecklistVersion version)
    {
        var day = new DateOnly(2025, 12, 1).AddDays(_random.Next(420));
        var at = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
        var round = new SafetyRound(unit, version.Id, day);
        if (_random.Next(6) == 0)
        {
            round.Cancel("Blir inte av.", at);
            return round;
        }

        var checklist = ChecklistFile.Read(version);
        foreach (var question in checklist.Questions.Take(_random.Next(3) == 0 ? 0 : _random.Next(1, 40)))
        {
            for (var times = _random.Next(1, 4); times > 0; times--)
                round.Answer(Guid.CreateVersion7(), question, Values[_random.Next(Values.Length)], "Ett ord.", InstallationSetup.Operator, at.AddMinutes(_random.Next(3)), day);
        }

        if (checklist.Questions.All(question => round.Holding().ContainsKey(question.Key)))
            round.Complete(checklist, at.AddHours(1));
        return round;
    }

    private Task<List<RoundSummary>> Slowly() => _installed.InDatabase(async database =>
    {
        var units = await database.Units.ToDictionaryAsync(unit => unit.Id);
        var titles = await database.ChecklistVersions.ToDictionaryAsync(version => version.Id, version => version.Title);
        var rounds = await database.SafetyRounds.Include(round => round.Answers).ToListAsync();
        return rounds.Where(round => round.PlannedFor.Year == 2026)
            .OrderBy(round => round.PlannedFor).ThenBy(round => units[round.UnitId].SortKey, StringComparer.Ordinal).ThenBy(round => $"{round.Id}", StringComparer.Ordinal)
            .Select(round => new RoundSummary(
                round.Id, round.UnitId, units[round.UnitId].Name, titles[round.ChecklistVersionId], round.PlannedFor, round.Status, round.HeldOn, null,
                round.Holding().Count, round.Holding().Values.Count(answer => answer.IsDeficiency), 0))
            .ToList();
    });
}
