using System.Text;
using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.Requests;

namespace DigiSam.Tests.Checklists;

/// <summary>What HR sends in as a draft is taken whole or refused whole, and nobody's change is lost.</summary>
public sealed class DraftTests : IAsyncLifetime
{
    private PublishingTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await PublishingTown.Create();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task The_next_version_begins_with_the_bytes_of_the_newest_but_for_its_number()
    {
        await _town.As(_town.Hr, new StartNextVersion(Guid.CreateVersion7(), PublishingTown.Key));
        var draft = (await _town.Life()).Draft!;
        var newest = (await _town.As(_town.Hr, new DownloadChecklist(_town.School.Unit, PublishingTown.Key, 1))).Content;
        Assert.Equal(
            Encoding.UTF8.GetString(newest).Replace("\nversion: 1\n", "\nversion: 2\n", StringComparison.Ordinal),
            Encoding.UTF8.GetString((await _town.As(_town.Hr, new DownloadDraft(draft.Id))).Content));
    }

    [Fact]
    public async Task Of_two_editors_the_loser_is_told_who_was_first_and_overwrites_nothing()
    {
        var draft = await _town.Draft();
        var text = Encoding.UTF8.GetString((await _town.As(_town.Hr, new DownloadDraft(draft.Id))).Content);
        var other = await _town.Installed.PersonWith(DigiSam.Access.Role.HrStrategist, _town.Municipality);
        await _town.As(_town.Hr, Replace("minutes: 30"));
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _town.Installed.SendAs(other, Replace("minutes: 45")));
        Assert.Equal(nameof(DraftHasChanged), refused.Rule);
        Assert.Contains("HrStrategist ändrade det 16 mars 2026 09:00", refused.Message, StringComparison.Ordinal);
        Assert.Equal(30, (await _town.Life()).Draft!.Minutes);
        Assert.Equal(nameof(DraftHasChanged), await _town.Refused(other, new SendForConsultation(draft.Id, draft.Rev, Guid.CreateVersion7())));
        Assert.Equal(nameof(DraftHasChanged), await _town.Refused(other, new DropDraft(draft.Id, draft.Rev, "Behövs inte.")));

        ReplaceDraft Replace(string minutes) => new(draft.Id, draft.Rev, Encoding.UTF8.GetBytes(text.Replace("minutes: 35", minutes, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_publishes_has_seen_the_answers()
    {
        var draft = await _town.Answered();
        await _town.As(_town.Chief, new AnswerConsultation(draft.Id, draft.ConsultationId!.Value, Guid.CreateVersion7(), "Och en sak till."));
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _town.Installed.SendAs(_town.Hr, new PublishDraft(draft.Id, draft.Rev, _town.School.Today)));
        Assert.Contains("ChiefSafetyRep svarade på samrådet", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_everything_is_done_once()
    {
        var (id, consultation, reply) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Twice(_town.Hr, new StartNextVersion(id, PublishingTown.Key));
        await Twice(_town.Hr, new SendForConsultation(id, 1, consultation));
        await Twice(_town.Chief, new AnswerConsultation(id, consultation, reply, "Bra."));
        await Twice(_town.Hr, new PublishDraft(id, (await _town.Life()).Draft!.Rev, _town.School.Today));
        await Twice(_town.Hr, new ReviewChecklist(Guid.CreateVersion7(), PublishingTown.Key, 2, ReviewFinding.NoChange, "Stämmer."));
        var retirement = Guid.CreateVersion7();
        await Twice(_town.Hr, new RetireChecklist(retirement, PublishingTown.Key, "Används inte."));
        await Twice(_town.Hr, new RestoreChecklist(retirement));
        var dropped = Guid.CreateVersion7();
        await Twice(_town.Hr, new StartDraft(dropped, PublishingTown.Yaml("brand", 1)));
        await Twice(_town.Hr, new DropDraft(dropped, 1, "Kom på bättre tankar."));
    }

    [Fact]
    public async Task Only_the_next_version_of_a_checklist_in_use_is_begun_and_only_once()
    {
        var draft = await _town.Draft();
        Assert.Equal(nameof(DraftIsUnderWay), await _town.Refused(_town.Hr, new StartNextVersion(Guid.CreateVersion7(), PublishingTown.Key)));
        Assert.Equal(nameof(DraftIsOfAnotherChecklist), await _town.Refused(_town.Hr, new ReplaceDraft(draft.Id, draft.Rev, PublishingTown.Yaml("brand", 1))));
        Assert.Equal(nameof(DraftIsNotTheNextVersion), await _town.Refused(_town.Hr, new StartDraft(Guid.CreateVersion7(), PublishingTown.Yaml("brand", 2))));
        Assert.Equal(nameof(DraftIsNotTheNextVersion), await _town.Refused(_town.Hr, new StartDraft(Guid.CreateVersion7(), PublishingTown.Yaml("fysisk-arbetsmiljo", 1))));
        Assert.Equal(nameof(ChecklistKeyIsTaken), await _town.Refused(_town.Hr, new StartDraft(Guid.CreateVersion7(), PublishingTown.Yaml("riskmatris", 1))));
        Assert.Equal(nameof(ChecklistKeyIsTaken), await _town.Refused(_town.Hr, new StartDraft(Guid.CreateVersion7(), PublishingTown.Yaml("ny", 1))));
        Assert.Equal(nameof(ChecklistIsNotPublished), await _town.Refused(_town.Hr, new StartNextVersion(Guid.CreateVersion7(), "finns-inte")));
        await _town.As(_town.Hr, new DropDraft(draft.Id, draft.Rev, "Behövs inte."));
        Assert.Equal("Behövs inte.", Assert.Single((await _town.Life()).Dropped).Reason);
        Assert.Equal(nameof(DraftIsNot), await _town.Refused(_town.Hr, new ReplaceDraft(draft.Id, draft.Rev, PublishingTown.Yaml(PublishingTown.Key, 2))));
        await _town.Published();
    }

    [Fact]
    public async Task A_version_that_the_program_brought_meanwhile_is_not_published_a_second_time()
    {
        var draft = await _town.Answered();
        await _town.Installed.InDatabase(async database =>
        {
            var content = PublishingTown.Yaml(PublishingTown.Key, 2);
            database.ChecklistVersions.Add(new ChecklistVersion(ChecklistFile.ReadKept(content), content, _town.Installed.Clock.GetUtcNow()));
            return await database.SaveChangesAsync();
        });
        Assert.Equal(nameof(DraftIsNotTheNextVersion), await _town.Refused(_town.Hr, new PublishDraft(draft.Id, draft.Rev, _town.School.Today)));
        await _town.As(_town.Hr, new TakeBackDraft(draft.Id, draft.ConsultationId!.Value));
        await _town.As(_town.Hr, new ReplaceDraft(draft.Id, (await _town.Life()).Draft!.Rev, PublishingTown.Yaml(PublishingTown.Key, 3)));
        Assert.Equal(3, (await _town.Life()).Draft!.Version);
    }

    [Fact]
    public async Task The_day_it_holds_from_is_today_or_later()
    {
        var draft = await _town.Answered();
        foreach (var day in new[] { _town.School.Today.AddDays(-1), DateOnly.MinValue, _town.School.Today.AddYears(3) })
            Assert.IsType<Outcome<Nothing>.Invalid>(await _town.Installed.SendAs(_town.Hr, new PublishDraft(draft.Id, draft.Rev, day)));
        await _town.As(_town.Hr, new PublishDraft(draft.Id, draft.Rev, _town.School.Today));
        Assert.Equal(nameof(DraftIsNot), await _town.Refused(_town.Hr, new PublishDraft(draft.Id, draft.Rev, _town.School.Today.AddDays(1))));
    }

    private async Task Twice<T>(Guid person, MediatR.IRequest<T> request)
    {
        await _town.As(person, request);
        var once = Without(await _town.Rows());
        await _town.As(person, request);
        Assert.Equal(once, Without(await _town.Rows()));

        // The second is written in the log too.
        static string Without(string rows) => rows[..rows.LastIndexOf(',')];
    }
}
