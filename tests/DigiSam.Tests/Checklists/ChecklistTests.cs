using DigiSam.Checklists;
using DigiSam.DefinitionFiles;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Checklists;

public sealed class ChecklistTests
{
    [Fact]
    public void The_three_checklists_can_be_walked_in_the_time_they_state()
    {
        var checklists = Installed.Definitions.Checklists;
        Assert.Equal(["fysisk-arbetsmiljo", "hot-och-vald", "organisatorisk-och-social-arbetsmiljo"], checklists.Select(checklist => checklist.Key));
        Assert.All(checklists, checklist => Assert.InRange(checklist.Questions.Count(), 14, 22));
        Assert.All(checklists, checklist => Assert.InRange(checklist.Minutes, 25, 40));
        Assert.All(checklists.SelectMany(checklist => checklist.Questions), question => Assert.True(question.Help.Length > 0 && question.Text.Length < 160));
    }

    [Fact]
    public void Every_provision_that_a_checklist_cites_holds_today() =>
        Assert.All(Installed.Definitions.Checklists.SelectMany(checklist => checklist.Questions).SelectMany(question => question.Provisions),
            id => Assert.True(Installed.Definitions.Provisions[id].HoldsOn(new DateOnly(2026, 11, 22)), id));

    /// <summary>A change in a copy of the real files, and the reason it is refused with.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "key: larm-provas", "key: Larm provas", "a–z" },
        { "key: larm-provas", "key: larm-ovat", "finns 2 gånger" },
        { "category: threats", "category: hot", "category" },
        { "minutes: 35", "minutes: 999", "mellan 5 och 240" },
        { "version: 1", "version: 2", "hot-och-vald/2.yaml" },
        { "aml-3-3a", "aml-99-1", "finns inte i provisions.yaml" },
        { "minutes: 35", "minuter: 35", "okänd nyckel \"minuter\"" },
        { "help: ", "hjalp: ", "okänd nyckel \"hjalp\"" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void An_invalid_checklist_stops_with_file_line_and_reason(string right, string wrong, string reason)
    {
        var folder = CopyOfDefinitions();
        var file = Path.Combine(folder, "hot-och-vald", "1.yaml");
        var text = File.ReadAllText(file);
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(right, wrong, StringComparison.Ordinal));
        var faults = Assert.Throws<InvalidDefinitionException>(() => InstalledDefinitions.Read(folder)).Faults;
        Assert.Contains(faults, fault => fault is { File: "1.yaml", Line: > 0 } && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_published_version_that_is_changed_in_its_file_stops_the_start_and_the_old_words_stay()
    {
        var (data, folder) = (Directory.CreateTempSubdirectory("digisam-test-").FullName, CopyOfDefinitions());
        await Open(data, folder);
        var file = Path.Combine(folder, "hot-och-vald", "1.yaml");
        var before = await File.ReadAllBytesAsync(file);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("title: Hot och våld", "title: Hot eller våld", StringComparison.Ordinal));
        var stopped = await Assert.ThrowsAsync<InvalidDefinitionException>(() => Open(data, folder));
        Assert.Contains("ändrad sedan den publicerades", Assert.Single(stopped.Faults).Reason, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(file, before);
        await using var services = await Open(data, folder);
        await using var scope = services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<DigiSamContext>().ChecklistVersions.SingleAsync(version => version.Key == "hot-och-vald");
        Assert.Equal(before, kept.Content);
        Assert.Equal("Hot och våld", ChecklistFile.Read(kept).Title);
    }

    private static async Task<ServiceProvider> Open(string data, string folder)
    {
        var services = new ServiceCollection().AddDigiSam(DatabaseOptions.InFolder(data), InstalledDefinitions.Read(folder)).BuildServiceProvider();
        await services.GetRequiredService<InstallationSetup>().Open();
        return services;
    }

    private static string CopyOfDefinitions()
    {
        var folder = Directory.CreateTempSubdirectory("digisam-checklists-").FullName;
        foreach (var file in Directory.GetFiles(DigiSamServices.ChecklistsFolder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(DigiSamServices.ChecklistsFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }
}
