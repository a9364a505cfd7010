using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Checklists;

/// <summary>The shelf of checklists as everyone may read it.</summary>
public sealed class ChecklistReadingTests : IAsyncLifetime
{
    private Installed _installed = null!;
    private Guid _place;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        _place = await _installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync());
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task Each_checklist_stands_once_with_all_its_versions_newest_first()
    {
        await _installed.InDatabase(async database =>
        {
            var one = await database.ChecklistVersions.SingleAsync(version => version.Key == "hot-och-vald" && version.Version == 1);
            var content = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(one.Content).Replace("version: 1", "version: 2", StringComparison.Ordinal));
            var next = ChecklistFile.Read(one) with { Version = 2, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)) };
            database.ChecklistVersions.Add(new ChecklistVersion(next, content, _installed.Clock.GetUtcNow()));
            return await database.SaveChangesAsync();
        });
        var shelf = await _installed.Do(new ListChecklists(_place));
        Assert.Equal(["Fysisk arbetsmiljö", "Hot och våld", "Organisatorisk och social arbetsmiljö"], shelf.Checklists.Select(checklist => checklist.Title));
        Assert.Equal([2, 1], shelf.Checklists[1].Versions.Select(version => version.Version));
        Assert.Equal(2, shelf.Checklists[1].Newest!.Version);
        Assert.Equal((1, 2), (await _installed.Do(new ReadChecklist(_place, "hot-och-vald", 1))) is var old ? (old.Checklist.Version, old.Newest) : default);
    }

    [Fact]
    public async Task Every_provision_of_a_shipped_question_is_named_by_act_paragraph_and_heading()
    {
        foreach (var checklist in (await _installed.Do(new ListChecklists(_place))).Checklists)
        {
            var reading = await _installed.Do(new ReadChecklist(_place, checklist.Key, checklist.Newest!.Version));
            Assert.Equal(checklist.Newest.Questions.Count(), reading.Checklist.Questions.Count());
            Assert.All(reading.Checklist.Questions.SelectMany(question => question.Provisions), id => Assert.NotEmpty(reading.Provisions[id].Heading));
        }
    }

    [Fact]
    public async Task Whoever_has_a_role_reads_checklists_and_whoever_has_none_does_not()
    {
        var employee = await _installed.PersonWith(Role.Employee, _place);
        Assert.IsType<Outcome<Shelf>.Done>(await _installed.SendAs(employee, new ListChecklists(_place)));
        Assert.IsType<Outcome<Shelf>.Denied>(await _installed.SendAs(Guid.CreateVersion7(), new ListChecklists(_place)));
        Assert.Equal(nameof(ChecklistVersionIsUnknown), (await _installed.Refused(new ReadChecklist(_place, "hot-och-vald", 9))).Rule);
    }
}
