using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.DefinitionFiles;
using DigiSam.Installation;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Checklists;

/// <summary>What is published is looked over every year, also what came with the program, and can be taken out of use.</summary>
public sealed class ChecklistReviewTests : IAsyncLifetime
{
    private PublishingTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await PublishingTown.Create();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Every_checklist_of_the_program_gets_a_process_once_and_is_asked_for_a_month_before_its_day()
    {
        await _town.School.Pump.RunOnce(default);
        Assert.Equal(3, await Processes());
        Assert.Equal(0, await _town.As(InstallationSetup.Timekeeper, new StartMissingProcesses()));
        Assert.Equal(new Reconciliation(0, 0, 0), await _town.As(InstallationSetup.Timekeeper, new ReconcileProcesses()));
        Assert.Empty(await _town.Tasks(_town.Hr));
        var due = (await _town.Life()).ReviewBy!.Value; // a year after it was first kept, on 14 March 2026
        Assert.Equal(new DateOnly(2027, 3, 14), due);
        await _town.GoTo(new DateOnly(2027, 2, 11));
        Assert.Empty(await _town.Tasks(_town.Hr));
        await _town.GoTo(new DateOnly(2027, 2, 15));
        Assert.Equal(3, (await _town.Tasks(_town.Hr)).Count);
        Assert.Contains(await _town.Tasks(_town.Hr), task => task is { Text: "Se över checklistan Hot och våld (version 1) senast 14 mars 2027. Stämmer frågorna, och gäller bestämmelserna?", Link: "/checklistor/hot-och-vald" });
        Assert.Empty(await _town.Tasks(_town.Chief));
        await _town.GoTo(new DateOnly(2027, 4, 14));
        Assert.Contains(await _town.Tasks(_town.Chief), task => task is { Kind: InboxTaskKind.Escalation, Text: "Den årliga översynen av checklistan Hot och våld (version 1) skulle ha varit klar 14 mars 2027. Prata med HR-strategen om vad som hindrar." });
    }

    [Fact]
    public async Task One_that_is_long_overdue_when_it_is_first_followed_gets_some_weeks_and_is_asked_for_at_once()
    {
        await _town.Installed.InDatabase(database => database.ChecklistVersions.Where(version => version.Key == PublishingTown.Key)
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.PublishedAt, new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero))));
        await _town.School.Pump.RunOnce(default);
        Assert.Equal(new DateOnly(2026, 4, 8), (await _town.Life()).ReviewBy);
        Assert.StartsWith("Se över checklistan Hot och våld (version 1) senast 8 april 2026.", Assert.Single(await _town.Tasks(_town.Hr)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_is_logged_and_the_next_is_due_a_year_later()
    {
        await _town.GoTo(new DateOnly(2027, 3, 1));
        await _town.As(_town.Hr, new ReviewChecklist(Guid.CreateVersion7(), PublishingTown.Key, 1, ReviewFinding.NoChange, " Gick igenom den. "));
        var review = Assert.Single((await _town.Life()).Reviews);
        Assert.Equal(("Gick igenom den.", "HrStrategist", ReviewFinding.NoChange, 1), (review.Note, review.Person, review.Finding, review.Version));
        Assert.Equal(new DateOnly(2028, 2, 29), (await _town.Life()).ReviewBy);
        Assert.DoesNotContain(await _town.Tasks(_town.Hr), task => task.Link.EndsWith(PublishingTown.Key, StringComparison.Ordinal));
        Assert.Null((await _town.Life()).Draft);
    }

    [Fact]
    public async Task A_review_that_finds_it_wanting_starts_the_next_version_unless_it_is_being_written()
    {
        await _town.As(_town.Hr, new ReviewChecklist(Guid.CreateVersion7(), PublishingTown.Key, 1, ReviewFinding.NewVersion, "Fråga 3 är gammal."));
        var draft = (await _town.Life()).Draft!;
        Assert.Equal((2, "draft"), (draft.Version, await _town.StateOf(draft.Id)));
        await _town.As(_town.Hr, new ReviewChecklist(Guid.CreateVersion7(), PublishingTown.Key, 1, ReviewFinding.NewVersion, "Fortfarande."));
        Assert.Equal(draft.Id, (await _town.Life()).Draft!.Id);
        Assert.IsType<Outcome<Nothing>.Invalid>(await _town.Installed.SendAs(_town.Hr, new ReviewChecklist(Guid.CreateVersion7(), PublishingTown.Key, 1, (ReviewFinding)(-1), "x")));
        Assert.IsType<Outcome<Nothing>.Invalid>(await _town.Installed.SendAs(_town.Hr, new ReviewChecklist(Guid.CreateVersion7(), PublishingTown.Key, 1, ReviewFinding.NoChange, " ")));
        Assert.Equal(nameof(ChecklistHasANewerVersion), await _town.Refused(_town.Hr, new ReviewChecklist(Guid.CreateVersion7(), PublishingTown.Key, 9, ReviewFinding.NoChange, "x")));
    }

    [Fact]
    public async Task The_file_may_say_the_day_of_its_first_review()
    {
        var id = Guid.CreateVersion7();
        await _town.As(_town.Hr, new StartDraft(id, PublishingTown.Yaml("brand", 1, more: "reviewBy: 2026-08-31")));
        await _town.As(_town.Hr, new SendForConsultation(id, 1, Guid.CreateVersion7()));
        _town.School.GoTo(new DateOnly(2026, 4, 1));
        await _town.As(_town.Hr, new PublishDraft(id, (await _town.Life("brand")).Draft!.Rev, _town.School.Today));
        Assert.Equal(new DateOnly(2026, 8, 31), (await _town.Life("brand")).ReviewBy);
    }

    [Fact]
    public async Task Out_of_use_it_is_not_for_new_rounds_and_what_is_planned_stays_to_be_held()
    {
        var planned = await _town.As(_town.School.Manager, new PlanRound(_town.School.Unit, PublishingTown.Key, _town.School.Today));
        var retirement = Guid.CreateVersion7();
        await _town.As(_town.Hr, new RetireChecklist(retirement, PublishingTown.Key, "Ersätts av två nya."));
        Assert.Equal(("retired", null), (await _town.StateOf(await _town.VersionId(PublishingTown.Key, 1)), (await _town.Life()).ReviewBy));
        Assert.Equal(nameof(ChecklistIsRetired), await _town.Refused(_town.School.Manager, new PlanRound(_town.School.Unit, PublishingTown.Key, _town.School.Today)));
        Assert.DoesNotContain((await _town.As(_town.School.Manager, new ReadRoundPlanning(_town.School.Unit, 2026))).Checklists, offered => offered.Checklist.Key == PublishingTown.Key);
        Assert.Equal(19, (await _town.As(_town.School.Manager, new ReadRound(_town.School.Unit, planned))).Checklist.Questions.Count());
        Assert.Equal(nameof(ChecklistIsOutOfUse), await _town.Refused(_town.Hr, new StartNextVersion(Guid.CreateVersion7(), PublishingTown.Key)));
        Assert.Equal(nameof(ChecklistIsOutOfUse), await _town.Refused(_town.Hr, new RetireChecklist(Guid.CreateVersion7(), PublishingTown.Key, "En gång till.")));
        Assert.Equal(nameof(ChecklistIsOutOfUse), await _town.Refused(_town.Hr, new ReviewChecklist(Guid.CreateVersion7(), PublishingTown.Key, 1, ReviewFinding.NoChange, "x")));

        await _town.As(_town.Hr, new RestoreChecklist(retirement));
        Assert.Equal("published", await _town.StateOf(await _town.VersionId(PublishingTown.Key, 1)));
        await _town.As(_town.School.Manager, new PlanRound(_town.School.Unit, PublishingTown.Key, _town.School.Today));
        Assert.Equal(("Ersätts av två nya.", "HrStrategist"), Assert.Single((await _town.Life()).Retirements) is var past ? (past.Reason, past.UndoneBy) : default);
    }

    [Fact]
    public async Task What_is_being_rewritten_is_not_taken_out_of_use()
    {
        await _town.Draft();
        Assert.Equal(nameof(DraftStandsInTheWay), await _town.Refused(_town.Hr, new RetireChecklist(Guid.CreateVersion7(), PublishingTown.Key, "Används inte.")));
        Assert.Null((await _town.Life()).Retired);
    }

    [Fact]
    public async Task What_the_program_brings_later_takes_over_the_review_unless_the_checklist_is_out_of_use()
    {
        await _town.School.Pump.RunOnce(default);
        var retirement = Guid.CreateVersion7();
        await _town.As(_town.Hr, new RetireChecklist(retirement, "fysisk-arbetsmiljo", "Används inte."));
        foreach (var key in new[] { PublishingTown.Key, "fysisk-arbetsmiljo" })
        {
            await _town.Installed.InDatabase(async database =>
            {
                var content = PublishingTown.Yaml(key, 2);
                database.ChecklistVersions.Add(new ChecklistVersion(ChecklistFile.ReadKept(content), content, _town.Installed.Clock.GetUtcNow()));
                return await database.SaveChangesAsync();
            });
        }

        Assert.Equal(1, await _town.As(InstallationSetup.Timekeeper, new StartMissingProcesses()));
        Assert.Equal(("replaced", "published"), (await _town.StateOf(await _town.VersionId(PublishingTown.Key, 1)), await _town.StateOf(await _town.VersionId(PublishingTown.Key, 2))));
        await _town.As(_town.Hr, new RestoreChecklist(retirement));
        Assert.Equal("published", await _town.StateOf(await _town.VersionId("fysisk-arbetsmiljo", 2)));
    }

    [Fact]
    public async Task One_that_stands_still_keeps_nothing_else_from_being_started()
    {
        await _town.School.Pump.RunOnce(default);
        var first = await _town.VersionId(PublishingTown.Key, 1);
        var process = await _town.Installed.InDatabase(async database =>
        {
            var content = PublishingTown.Yaml(PublishingTown.Key, 2);
            database.ChecklistVersions.Add(new ChecklistVersion(ChecklistFile.ReadKept(content), content, _town.Installed.Clock.GetUtcNow()));
            await database.SaveChangesAsync();
            return await database.Processes.Where(running => running.SubjectId == first).Select(running => running.Id).SingleAsync();
        });
        await _town.As(_town.Hr, new SuspendProcess(_town.Municipality, process, "Vi väntar på nya föreskrifter."));
        Assert.Equal(1, await _town.As(InstallationSetup.Timekeeper, new StartMissingProcesses()));
        Assert.Equal(("published", "published"), (await _town.StateOf(first), await _town.StateOf(await _town.VersionId(PublishingTown.Key, 2))));
    }

    [Fact]
    public async Task A_file_of_the_program_in_other_words_than_what_was_published_here_stops_the_start()
    {
        await _town.Published();
        using var folder = new DefinitionsFolder();
        var published = (await _town.As(_town.Hr, new DownloadChecklist(_town.School.Unit, PublishingTown.Key, 2))).Content;
        var file = folder.PathOf($"{PublishingTown.Key}/2.yaml");
        await File.WriteAllBytesAsync(file, PublishingTown.Yaml(PublishingTown.Key, 2));
        var stopped = await Assert.ThrowsAsync<InvalidDefinitionException>(() => Open(folder.Folder));
        Assert.StartsWith("hot-och-vald/2.yaml rad 1: versionen är publicerad i DigiSam med annat innehåll än filen", Assert.Single(stopped.Faults).ToString(), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(file, published);
        await Open(folder.Folder);
        Assert.Equal(2, (await _town.Life()).Versions.Count);
    }

    private async Task Open(string folder)
    {
        await using var services = new ServiceCollection().AddDigiSam(_town.Installed.Database, InstalledDefinitions.Read(folder)).BuildServiceProvider();
        await services.GetRequiredService<InstallationSetup>().Open();
    }

    private Task<int> Processes() => _town.Installed.InDatabase(database => database.Processes.CountAsync(process => process.DefinitionKey == "checklist-publishing"));
}
