using System.Text;
using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Checklists;

/// <summary>A checklist from draft to published: the words and the process go hand in hand, and rounds keep what they were planned with.</summary>
public sealed class ChecklistCourseTests : IAsyncLifetime
{
    private PublishingTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await PublishingTown.Create();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_draft_is_consulted_about_published_byte_for_byte_and_each_is_asked_in_turn()
    {
        var draft = await _town.Draft();
        Assert.Equal(("draft", 2), (await _town.StateOf(draft.Id), draft.Version));
        Assert.Equal("Skriv klart checklistan Hot och våld (version 2), och skicka den för samråd.", Assert.Single(await _town.Tasks(_town.Hr)).Text);
        await _town.As(_town.Hr, new SendForConsultation(draft.Id, draft.Rev, Guid.CreateVersion7()));
        Assert.Empty(await _town.Tasks(_town.Hr));
        var task = Assert.Single(await _town.Tasks(_town.Chief));
        Assert.Equal(
            ("Läs utkastet till checklistan Hot och våld 2 (version 2) och skriv vad du tycker senast 30 mars 2026.", "/checklistor/hot-och-vald/utkast", new DateOnly(2026, 3, 30)),
            (task.Text, task.Link, task.DueOn));

        var consulted = (await _town.Life()).Draft!;
        Assert.Equal((ChecklistDraftStatus.Consulted, new DateOnly(2026, 3, 30), false), (consulted.Status, consulted.LastDay!.Value, consulted.MayBePublished));
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _town.Installed.SendAs(_town.Hr, new PublishDraft(draft.Id, consulted.Rev, _town.School.Today)));
        Assert.Equal((nameof(ConsultationIsNotOver), "Huvudskyddsombudet har inte svarat än. Du kan publicera när ett svar har kommit, eller från och med 31 mars 2026 om inget kommer."), (refused.Rule, refused.Message));

        const string views = "  Fråga 3 är svår.\nLägg till <b>ensamarbete</b>.  ";
        await _town.As(_town.Chief, new AnswerConsultation(draft.Id, consulted.ConsultationId!.Value, Guid.CreateVersion7(), views));
        Assert.Equal("answered", await _town.StateOf(draft.Id));
        Assert.Empty(await _town.Tasks(_town.Chief));
        Assert.StartsWith("Samrådet om checklistan Hot och våld 2 (version 2) är besvarat.", Assert.Single(await _town.Tasks(_town.Hr)).Text, StringComparison.Ordinal);
        Assert.Equal((views, "ChiefSafetyRep"), Assert.Single(Assert.Single((await _town.Life()).Consultations).Replies) is var reply ? (reply.Text, reply.Person) : default);

        var bytes = (await _town.As(_town.Hr, new DownloadDraft(draft.Id))).Content;
        await _town.As(_town.Hr, new PublishDraft(draft.Id, (await _town.Life()).Draft!.Rev, _town.School.Today));
        Assert.Equal(bytes, (await _town.As(_town.Hr, new DownloadChecklist(_town.School.Unit, PublishingTown.Key, 2))).Content);
        var life = await _town.Life();
        Assert.Equal((2, 2, null, "HrStrategist"), (life.Holding, life.Versions.Count, life.Draft, life.Versions[0].PublishedBy));
        Assert.Equal("ChiefSafetyRep", Assert.Single(life.Versions[0].Consulted).Name);
        Assert.Equal(("published", new DateOnly(2027, 3, 16)), (await _town.StateOf(draft.Id), life.ReviewBy));
        Assert.Empty(await _town.Tasks(_town.Hr)); // the review is a year away
    }

    [Fact]
    public async Task Rounds_keep_the_version_they_were_planned_with_and_new_ones_get_the_one_that_holds_on_their_day()
    {
        await Plan(new DateOnly(2026, 5, 4));
        await _town.Published(new DateOnly(2026, 4, 1));
        await Plan(new DateOnly(2026, 3, 20)); // before the new one holds
        await Plan(new DateOnly(2026, 5, 5));
        await Plan(new DateOnly(2026, 2, 2)); // a day that has been counts as today
        _town.School.GoTo(new DateOnly(2026, 6, 1));
        await Plan(new DateOnly(2026, 2, 3));
        Assert.Equal([1, 2, 1, 1, 2], await VersionsOfRounds());
        Assert.Equal([3, 2], (await _town.Life()).Versions.Select(version => version.Rounds).Order().Reverse());
    }

    [Fact]
    public async Task A_new_checklist_can_be_planned_with_from_its_day_and_the_page_says_which()
    {
        var id = Guid.CreateVersion7();
        Assert.Equal("brand", await _town.As(_town.Hr, new StartDraft(id, PublishingTown.Yaml("brand", 1))));
        Assert.Contains((await _town.As(_town.Hr, new ListChecklists(_town.School.Unit))).Checklists, one => one is { Key: "brand", Newest: null, Draft.Version: 1 });
        Assert.DoesNotContain((await _town.As(_town.School.Manager, new ListChecklists(_town.School.Unit))).Checklists, one => one.Key == "brand");
        await _town.As(_town.Hr, new SendForConsultation(id, 1, Guid.CreateVersion7()));
        _town.School.GoTo(new DateOnly(2026, 3, 31));
        await _town.As(_town.Hr, new PublishDraft(id, (await _town.Life("brand")).Draft!.Rev, new DateOnly(2026, 9, 1)));
        Assert.Empty((await _town.Life("brand")).Versions[0].Consulted);
        Assert.Equal(0, (await _town.Life("brand")).Holding);
        Assert.Equal(new DateOnly(2026, 9, 1), (await _town.As(_town.School.Manager, new ReadRoundPlanning(_town.School.Unit, 2026))).Checklists.Single(offered => offered.Checklist.Key == "brand").NotBefore);
        var refused = Assert.IsType<Outcome<Guid>.Broken>(await _town.Installed.SendAs(_town.School.Manager, new PlanRound(_town.School.Unit, "brand", new DateOnly(2026, 8, 31))));
        Assert.Equal("Checklistan Brand gäller från 1 september 2026. Välj den dagen eller en senare.", refused.Message);
        await _town.As(_town.School.Manager, new PlanRound(_town.School.Unit, "brand", new DateOnly(2026, 9, 1)));
    }

    [Fact]
    public async Task It_may_be_published_without_an_answer_after_the_last_day_and_hr_is_told_then()
    {
        var draft = await _town.Consulted();
        await _town.GoTo(new DateOnly(2026, 3, 27));
        Assert.EndsWith("Det här är en påminnelse.", Assert.Single(await _town.Tasks(_town.Chief)).Text, StringComparison.Ordinal);
        await _town.GoTo(new DateOnly(2026, 3, 30));
        Assert.Equal(nameof(ConsultationIsNotOver), await _town.Refused(_town.Hr, new PublishDraft(draft.Id, draft.Rev, _town.School.Today)));
        await _town.GoTo(new DateOnly(2026, 3, 31));
        Assert.Contains(await _town.Tasks(_town.Hr), task => task is { Kind: InboxTaskKind.Escalation, Text: "Tiden för samråd om checklistan Hot och våld 2 (version 2) gick ut 30 mars 2026. Du kan publicera den nu, eller vänta på svar." });
        await _town.As(_town.Hr, new PublishDraft(draft.Id, draft.Rev, _town.School.Today));
        Assert.DoesNotContain((await _town.Tasks(_town.Hr)).Concat(await _town.Tasks(_town.Chief)), task => task.Link.StartsWith("/checklistor/hot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_two_chief_representatives_the_first_answer_lets_hr_go_on_and_the_second_is_still_asked()
    {
        var other = await _town.Installed.PersonWith(Role.ChiefSafetyRep, _town.Municipality);
        var draft = await _town.Answered();
        Assert.Equal(("consulted", true), (await _town.StateOf(draft.Id), draft.MayBePublished));
        Assert.Single(await _town.Tasks(other));
        Assert.StartsWith("Ett svar har kommit på samrådet", Assert.Single(await _town.Tasks(_town.Hr)).Text, StringComparison.Ordinal);
        await _town.As(other, new AnswerConsultation(draft.Id, draft.ConsultationId!.Value, Guid.CreateVersion7(), null));
        Assert.Equal("answered", await _town.StateOf(draft.Id));
        Assert.Empty(await _town.Tasks(other));
        Assert.Equal([null, "Bra."], (await _town.Life()).Consultations[0].Replies.Select(reply => reply.Text).Reverse());
    }

    [Fact]
    public async Task Nobody_waits_for_the_representative_of_a_part_who_is_not_asked()
    {
        var part = await _town.Installed.PersonWith(Role.ChiefSafetyRep, _town.School.Administration);
        var draft = await _town.Answered();
        Assert.Equal("answered", await _town.StateOf(draft.Id));
        Assert.Empty(await _town.Tasks(part));
    }

    [Fact]
    public async Task What_is_taken_back_keeps_its_answers_with_the_words_they_were_about_and_is_consulted_about_again()
    {
        var draft = await _town.Answered();
        var sent = (await _town.As(_town.Hr, new DownloadDraft(draft.Id))).Content;
        await _town.As(_town.Hr, new TakeBackDraft(draft.Id, draft.ConsultationId!.Value));
        await _town.As(_town.Hr, new TakeBackDraft(draft.Id, draft.ConsultationId!.Value));
        var back = (await _town.Life()).Draft!;
        Assert.Equal(("draft", ChecklistDraftStatus.Draft, false), (await _town.StateOf(draft.Id), back.Status, back.MayBePublished));
        Assert.True(Assert.Single((await _town.Life()).Consultations).IsOfPresentWords);
        await _town.As(_town.Hr, new ReplaceDraft(draft.Id, back.Rev, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sent).Replace("minutes: 35", "minutes: 30", StringComparison.Ordinal))));
        var consultation = Assert.Single((await _town.Life()).Consultations);
        Assert.False(consultation.IsOfPresentWords);
        Assert.Equal("Bra.", Assert.Single(consultation.Replies).Text);
        Assert.Equal(sent, (await _town.As(_town.Chief, new DownloadDraft(draft.Id, consultation.Id))).Content);
        Assert.Equal(nameof(ConsultationIsOver), await _town.Refused(_town.Chief, new AnswerConsultation(draft.Id, consultation.Id, Guid.CreateVersion7(), "Sent.")));

        await _town.As(_town.Hr, new SendForConsultation(draft.Id, (await _town.Life()).Draft!.Rev, Guid.CreateVersion7()));
        Assert.False((await _town.Life()).Draft!.MayBePublished); // the earlier answer was about other words
        Assert.Equal(2, (await _town.Life()).Consultations.Count);
    }

    [Fact]
    public async Task A_new_version_takes_over_the_review_from_the_older_one()
    {
        await _town.School.Pump.RunOnce(default);
        var first = await _town.VersionId(PublishingTown.Key, 1);
        Assert.Equal("published", await _town.StateOf(first));
        var second = await _town.Published();
        Assert.Equal(("replaced", "published"), (await _town.StateOf(first), await _town.StateOf(second)));
        var third = await _town.Published();
        Assert.Equal(("replaced", "replaced", "published"), (await _town.StateOf(first), await _town.StateOf(second), await _town.StateOf(third)));
        Assert.Equal([3, 2, 1], (await _town.Life()).Versions.Select(version => version.Version));
    }

    [Fact]
    public async Task A_checklist_that_stands_still_does_not_go_on_and_nothing_is_written()
    {
        var draft = await _town.Consulted();
        var process = await _town.Installed.InDatabase(database => database.Processes.Where(running => running.SubjectId == draft.Id).Select(running => running.Id).SingleAsync());
        await _town.As(_town.Hr, new SuspendProcess(_town.Municipality, process, "Vi väntar på nya föreskrifter."));
        var before = await _town.Rows();
        Assert.Equal(nameof(ChecklistStandsStill), await _town.Refused(_town.Hr, new TakeBackDraft(draft.Id, draft.ConsultationId!.Value)));
        Assert.Equal(nameof(ChecklistStandsStill), await _town.Refused(_town.Hr, new PublishDraft(draft.Id, draft.Rev, _town.School.Today)));
        Assert.Equal(before, await _town.Rows());
        await _town.As(_town.Chief, new AnswerConsultation(draft.Id, draft.ConsultationId!.Value, Guid.CreateVersion7(), "Bra."));
        Assert.Empty(await _town.Tasks(_town.Hr));
        await _town.As(_town.Hr, new ResumeProcess(_town.Municipality, process));
        Assert.StartsWith("Ett svar har kommit", Assert.Single(await _town.Tasks(_town.Hr)).Text, StringComparison.Ordinal);
        await _town.As(_town.Hr, new TakeBackDraft(draft.Id, draft.ConsultationId!.Value));
        Assert.Equal("draft", await _town.StateOf(draft.Id));
    }

    private Task Plan(DateOnly day) => _town.As(_town.School.Manager, new PlanRound(_town.School.Unit, PublishingTown.Key, day));

    /// <summary>By the day the rounds are planned for.</summary>
    private Task<List<int>> VersionsOfRounds() => _town.Installed.InDatabase(database => (
        from round in database.SafetyRounds
        join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
        orderby round.PlannedFor
        select version.Version).ToListAsync());
}
