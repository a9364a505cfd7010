using System.Globalization;
using DigiSam.Access;
using DigiSam.Leaves;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using DigiSam.Tests.Risks.Life;
using DigiSam.Web.Overview;
using DigiSam.Web.Risks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DigiSam.Tests.Overview;

/// <summary>A number on the overview is that of the list behind its link, whoever looks and whenever.</summary>
public sealed class RiskLinkTests : IAsyncLifetime
{
    private SchoolRisks _risks = null!;

    public async ValueTask InitializeAsync() => _risks = await SchoolRisks.Create();

    public ValueTask DisposeAsync() => _risks.DisposeAsync();

    [Fact]
    public async Task The_list_behind_a_sentence_has_as_many_risks_as_the_sentence_says()
    {
        foreach (var stage in Enum.GetValues<RiskStage>().Concat(Enum.GetValues<RiskStage>()).Concat(Enum.GetValues<RiskStage>()))
            await _risks.In(stage);
        foreach (var days in new[] { 20, 30, 90, 90 })
        {
            var (planned, _) = await _risks.In(RiskStage.Assessed);
            await _risks.Do(_risks.Measure(days, planned)); // some wait for a measure that is late on the days below, some lie far ahead
        }

        for (var i = 0; i < 3; i++)
            await _risks.Found(unit: _risks.School.OtherUnit);
        await _risks.School.As(_risks.School.Hr, new SuspendProcess(_risks.Unit, await _risks.ProcessOf(await _risks.Found()), "Lokalen är stängd."));
        await _risks.School.Installed.PersonWith(Role.Manager, _risks.School.OtherUnit);
        var texts = new List<string>();
        foreach (var days in new[] { 1, 16, 22, 31, 46, 75 })
        {
            await At(SchoolRisks.Day.AddDays(days));
            foreach (var person in new[] { _risks.School.Manager, _risks.School.SafetyRep, _risks.School.Head, _risks.School.Hr })
                texts.AddRange(await Check(person));
        }

        Assert.True(texts.Count > 20);
        foreach (var act in new[] { "Bedöm ", "Bestäm ", "Genomför ", "Kontrollera ", "Stäng " })
            Assert.Contains(texts, text => text.StartsWith(act, StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("på 2 enheter är försenade", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Also_where_the_one_above_is_told_since_the_manager_is_away()
    {
        for (var i = 0; i < 3; i++)
            await _risks.Found();
        var due = SchoolRisks.Day.AddDays(14);
        await _risks.School.As(_risks.School.Manager, new StateLeave(Guid.CreateVersion7(), _risks.School.Manager, SchoolRisks.Day, due.AddDays(9), null));
        for (var day = SchoolRisks.Day; day < due; day = day.AddDays(1))
            await At(day);
        await _risks.In(RiskStage.Identified); // found now, and nobody has been told yet
        Assert.StartsWith("3 risker på Björkskolan ska ha bedömts", Assert.Single(await Check(_risks.School.Head)), StringComparison.Ordinal);
    }

    // The sentences with a number and a list that it is held against.
    private async Task<IReadOnlyList<string>> Check(Guid person)
    {
        var held = new List<string>();
        foreach (var sentence in RiskSentence.About(await _risks.School.As(person, new MyRiskWork()), _risks.School.Today).Where(sentence => sentence.Address.Contains('?', StringComparison.Ordinal)))
        {
            var said = sentence.Text.Contains("en risk skulle", StringComparison.Ordinal) ? 1 : sentence.Text.Split(' ').Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).First(number => number > 0);
            var query = QueryHelpers.ParseQuery(sentence.Address.Split('?')[1]);
            var list = await _risks.School.As(person, new ListRisks(Guid.Parse(query["plats"]!), RiskQuery.Of(new QueryCollection(query)).Filter));
            Assert.True(said == list.Rows.Count, $"{_risks.School.Today:yyyy-MM-dd} {sentence.Text} {sentence.Address}: {list.Rows.Count}");
            held.Add(sentence.Text);
        }

        return held;
    }

    private async Task At(DateOnly day)
    {
        _risks.School.GoTo(day);
        await _risks.School.Pump.RunOnce(default);
        await _risks.School.Pump.RunOnce(default);
    }
}
