using DigiSam.Access;
using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Risks.Life;

/// <summary>A municipality whose version of the process asks for more than the program does, and moves between versions.</summary>
public sealed class StricterRiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digisam-workflows-").FullName;

    public StricterRiskTests()
    {
        foreach (var file in Directory.GetFiles(RepositoryFolder.Of("workflows"), "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(RepositoryFolder.Of("workflows"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_way_that_the_version_does_not_have_is_refused_with_what_to_do()
    {
        Change("1.json", "        { \"on\": \"drop\"", "        { \"on\": \"drop-it\"");
        Change("1.json", ",\n        { \"on\": \"close\", \"title\": \"Stäng risken\", \"to\": \"closed\" }\n      ]\n    },\n    {\n      \"key\": \"acted\"", "\n      ]\n    },\n    {\n      \"key\": \"acted\"");
        await using var risks = await Begin();
        var (risk, measure) = await risks.In(RiskStage.Planned);
        var refused = await risks.Refused(new CloseRisk(risks.Unit, risk, "Borta."));
        Assert.Equal(
            (nameof(RiskHasNoSuchWay), "Risken ”Hala golv i entrén” kan inte stängas i läget Åtgärder planerade. Gör klart åtgärderna och kontrollera effekten av dem först, eller stryk dem som inte behövs."),
            (refused.Rule, refused.Message));
        Assert.Equal(RiskStage.Planned, await risks.StageOf(risk));
        Assert.Equal(RiskStatus.Open, (await risks.Do(new ReadRisk(risks.Unit, risk))).Status);
        await risks.Do(new CancelMeasure(risks.Unit, measure, "Behövs inte.")); // by another name
        await risks.Do(new CloseRisk(risks.Unit, risk, "Borta."));
        Assert.Equal(RiskStage.Closed, await risks.StageOf(risk));
    }

    [Theory]
    [InlineData(RiskGuards.AllMeasuresChecked, RiskStage.Acted, "Risken ”Hala golv i entrén” kan inte gå vidare än. Gör klart åtgärderna och kontrollera effekten av dem, eller stryk dem som inte behövs.")]
    [InlineData(RiskGuards.SeriousHasMeasure, RiskStage.Assessed, "Risken ”Hala golv i entrén” kan inte gå vidare än. Den är allvarlig: lägg till en åtgärd mot den först.")]
    [InlineData(RiskGuards.AssessedSinceChecked, RiskStage.FollowedUp, "Risken ”Hala golv i entrén” kan inte gå vidare än. Effekten av åtgärderna är kontrollerad: bedöm risken på nytt först.")]
    public async Task A_condition_that_the_version_sets_for_closing_is_told_in_words_and_holds_when_it_is_met(string guard, RiskStage stage, string message)
    {
        await File.WriteAllTextAsync(Of("1.json"), (await File.ReadAllTextAsync(Of("1.json"))).Replace("\"to\": \"closed\" }", $"\"to\": \"closed\", \"guards\": [\"{guard}\"] }}", StringComparison.Ordinal));
        await using var risks = await Begin();
        var (risk, measure) = await risks.In(stage);
        if (stage == RiskStage.Assessed)
            await risks.Do(risks.Assess(risk, serious: true));
        var refused = await risks.Refused(new CloseRisk(risks.Unit, risk, "Borta."));
        Assert.Equal((nameof(RiskMayNotGoOn), message), (refused.Rule, refused.Message));
        Assert.Equal(stage, await risks.StageOf(risk));

        if (stage == RiskStage.Acted)
            await risks.Do(risks.Check(measure));
        else if (stage == RiskStage.FollowedUp)
            await risks.Do(risks.Assess(risk));
        else
            await risks.Do(risks.Measure(10, risk));
        await risks.Do(new CloseRisk(risks.Unit, risk, "Borta."));
        Assert.Equal(RiskStage.Closed, await risks.StageOf(risk));
    }

    [Fact]
    public async Task The_register_follows_a_risk_to_another_version()
    {
        await using var risks = await Begin();
        var (risk, _) = await risks.In(RiskStage.Assessed);
        await File.WriteAllTextAsync(Of("2.json"), (await File.ReadAllTextAsync(Of("1.json"))).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal));

        await using var scope = risks.School.Installed.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().PersonId = risks.School.Hr;
        await scope.ServiceProvider.GetRequiredService<IProcesses>().Move(
            await risks.ProcessOf(risk), InstalledProcesses.Read(_folder, DigiSamServices.GuardNames).Newest("risk"),
            new Dictionary<string, string> { ["identified"] = "assessed", ["assessed"] = "identified" }, dryRun: false, default);
        await scope.ServiceProvider.GetRequiredService<DigiSamContext>().SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal(RiskStage.Identified, await risks.StageOf(risk));
    }

    [Fact]
    public async Task What_a_move_has_put_elsewhere_than_the_records_say_is_set_right_by_the_next_change()
    {
        await using var risks = await Begin();
        var (risk, _) = await risks.In(RiskStage.Assessed);
        await using (var scope = risks.School.Installed.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().PersonId = risks.School.Hr;
            await scope.ServiceProvider.GetRequiredService<IProcesses>().Move(
                await risks.ProcessOf(risk), InstalledProcesses.Read(_folder, DigiSamServices.GuardNames).Newest("risk"), new Dictionary<string, string> { ["assessed"] = "identified" }, dryRun: false, default);
            await scope.ServiceProvider.GetRequiredService<DigiSamContext>().SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(RiskStage.Identified, await risks.StageOf(risk));
        await risks.Do(risks.Assess(risk));
        Assert.Equal(RiskStage.Assessed, await risks.StageOf(risk));
    }

    private string Of(string file) => Path.Combine(_folder, "risk", file);

    private Task<SchoolRisks> Begin() => SchoolRisks.Create(InstalledProcesses.Read(_folder, DigiSamServices.GuardNames));

    private void Change(string file, string text, string with)
    {
        var before = File.ReadAllText(Of(file));
        Assert.Contains(text, before, StringComparison.Ordinal);
        var at = before.IndexOf(text, StringComparison.Ordinal);
        File.WriteAllText(Of(file), before[..at] + with + before[(at + text.Length)..]);
    }
}
