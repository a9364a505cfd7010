using DigiSam.AnnualReports;
using DigiSam.Checklists;
using DigiSam.Metrics;
using DigiSam.Persistence.PostgreSql;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.SafetyRounds;
using DigiSam.SamYears;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.ReportForms;

/// <summary>What rows hold of a definition file has room in their columns, or the file is refused with file, line and reason.</summary>
public sealed class LongKeyTests
{
    /// <summary>A file, what stands before the text that is made too long, the text, and the most letters it may have.</summary>
    public static TheoryData<string, string, string, int> Bounded => new()
    {
        { "hot-och-vald/1.yaml", "title: ", "Hot och våld", 200 },
        { "hot-och-vald/1.yaml", "    questions:\n      - key: ", "", 100 },
        { "hot-och-vald/1.yaml", "key: ", "hot-och-vald", 100 },
        { "riskmatris/1.yaml", "key: ", "medium", 40 },
        { "arlig-uppfoljning/1.yaml", "    questions:\n      - key: ", "", 100 },
        { "friskfaktorer/1.yaml", "key: ", "aterkoppling", 50 },
        { DefinitionsFolder.Form, "key: ", "summary", 60 },
        { DefinitionsFolder.Form, "key: ", "investigation-done", 60 },
        { "metrics.yaml", "key: ", "near-misses", 60 },
        { "metrics.yaml", "published-files:\n  - key: ", "", 60 },
    };

    [Theory]
    [MemberData(nameof(Bounded))]
    public void One_letter_too_many_is_refused(string file, string before, string text, int most)
    {
        using var definitions = new DefinitionsFolder();
        var line = definitions.Replace(file, before + text, before + new string('a', most + 1 - text.Length) + text) + before.Count(letter => letter == '\n');
        Assert.Contains(definitions.Faults(), fault => fault.Line == line && fault.File == Path.GetFileName(file)
            && fault.Reason.Contains($"får ha högst {most} tecken, inte ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hot-och-vald/1.yaml", "title: ", "Hot och våld", 200)]
    [InlineData("riskmatris/1.yaml", "key: ", "medium", 40)]
    [InlineData("friskfaktorer/1.yaml", "key: ", "aterkoppling", 50)]
    public void As_many_as_there_is_room_for_are_read(string file, string before, string text, int most)
    {
        using var definitions = new DefinitionsFolder();
        definitions.Replace(file, before + text, before + new string('a', most - text.Length) + text);
        Assert.NotNull(definitions.Read());
    }

    [Fact]
    public void The_columns_have_room_for_what_the_files_may_hold()
    {
        using var database = new PostgreSqlContext(new DbContextOptionsBuilder<PostgreSqlContext>().UseNpgsql("Host=nowhere").Options);
        int? Room<T>(string column) => database.Model.FindEntityType(typeof(T))!.FindProperty(column)!.GetMaxLength();
        Assert.All([Room<RoundAnswer>("QuestionKey"), Room<Risk>("QuestionKey"), Room<DeficiencyDismissal>("QuestionKey"), Room<ChecklistVersion>("Key")], room => Assert.Equal(100, room));
        Assert.All([Room<AnnualFollowUpAnswer>("QuestionKey"), Room<Improvement>("QuestionKey")], room => Assert.Equal(100, room));
        Assert.All([Room<Process>("DefinitionKey"), Room<ProcessStep>("Key"), Room<ProcessTimer>("StepKey"), Room<ProcessEvent>("StepKey"), Room<InboxTask>("StepKey"), Room<StepInvolvement>("StepKey")], room => Assert.Equal(100, room));
        Assert.All([Room<Risk>("Level"), Room<RiskAssessment>("Level")], room => Assert.Equal(40, room));
        Assert.All([Room<BoardAnswer>("QuestionKey"), Room<AnswerOverride>("QuestionKey"), Room<SectionText>("SectionKey"), Room<MetricValue>("Metric"), Room<MetricValue>("FileKind")], room => Assert.Equal(60, room));
        var factors = new string('ö', HealthFactor.LongestKey);
        Assert.True(System.Text.Json.JsonSerializer.Serialize(Enumerable.Repeat(factors, EditYearPlan.MostHealthFactors)).Length <= Room<YearPlan>("HealthFactors"));
    }
}
