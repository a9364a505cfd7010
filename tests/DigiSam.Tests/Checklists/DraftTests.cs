using System.Diagnostics;
using System.Text;
using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Checklists;

/// <summary>What HR sends in as a draft is taken whole or refused whole, and nobody's change is lost.</summary>
public sealed class DraftTests : IAsyncLifetime
{
    /// <summary>What means something in YAML.</summary>
    private const string Signs = "\"'{}[]:-&*!|>%@`#?,\t\n \\";

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
    public async Task A_file_with_faults_is_refused_whole_and_each_fault_tells_line_and_question()
    {
        var draft = await _town.Draft();
        var text = Encoding.UTF8.GetString((await _town.As(_town.Hr, new DownloadDraft(draft.Id))).Content);
        var before = await _town.Rows();
        var faulty = text.Replace("key: larm-provas", "key: larm-ovat", StringComparison.Ordinal).Replace("aml-3-3a", "aml-99-1", StringComparison.Ordinal).Replace("minutes: 35", "minutes: 999", StringComparison.Ordinal);
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _town.Installed.SendAs(_town.Hr, new ReplaceDraft(draft.Id, draft.Rev, Encoding.UTF8.GetBytes(faulty))));
        Assert.Equal(nameof(DraftHasFaults), refused.Rule);
        Assert.Equal(3, refused.Details.Count);
        Assert.Matches("^Rad 1: .*mellan 5 och 240$", refused.Details[0]);
        Assert.Matches("^Rad \\d+, frågan larm-ovat: frågan \"larm-ovat\" finns 2 gånger$", refused.Details[1]);
        Assert.Matches("^Rad \\d+, frågan anmalan-utan-drojsmal: bestämmelsen \"aml-99-1\" finns inte i provisions.yaml$", refused.Details[2]);
        Assert.Equal(before, await _town.Rows());
        Assert.Equal(Encoding.UTF8.GetBytes(text), (await _town.As(_town.Hr, new DownloadDraft(draft.Id))).Content);
    }

    /// <summary>What is sent in, and the beginning of the one thing that is said of it.</summary>
    public static TheoryData<string, byte[], string> Refusals => new()
    {
        { "ten megabytes", new byte[10 * 1024 * 1024], "Filen är större än 1 MB." },
        { "not UTF-8", Encoding.Latin1.GetBytes("title: Våld"), "Rad 1: filen är inte UTF-8." },
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("format: 1")).ToArray(), "Rad 1: filen är inte UTF-8." },
        { "no YAML", "format: 1\ntitle: \"öppet\nkey: x"u8.ToArray(), "Rad 2: raden går inte att läsa som YAML." },
        { "a list", "- a\n- b"u8.ToArray(), "Rad 1: filen ska vara ett enda YAML-dokument med nycklar" },
        { "deep", Encoding.UTF8.GetBytes("a: " + new string('[', 900_000)), "Rad 1: listorna ligger för djupt" },
        { "deep blocks", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("- ", 400_000))), "Rad 1: listorna ligger för djupt" },
        { "references", "a: &x [1, 2]\nb: [*x, *x]"u8.ToArray(), "Rad 1: filen använder ankare" },
        { "a reference to itself", "a: &x [*x]"u8.ToArray(), "Rad 1: filen använder ankare" },
        { "NUL", "title: \"a\\0b\""u8.ToArray(), "Rad 1: texten innehåller ett tecken som inte går att spara." },
        { "half a character", "title: \"\\uD800\""u8.ToArray(), "Rad 1: raden går inte att läsa som YAML." },
        { "a tab", "format: 1\n\tkind: checklist"u8.ToArray(), "Rad 2: " },
        { "another kind", "format: 1\nkind: report-form"u8.ToArray(), "Rad 2: kind är \"report-form\" men här väntades \"checklist\"" },
        { "a newer format", "format: 2\nkind: checklist"u8.ToArray(), "Rad 1: format 2 är okänt" },
        { "the same key twice", PublishingTown.Yaml("brand", 1, more: "title: Två"), "Rad 8: " },
        { "a review on no day", PublishingTown.Yaml("brand", 1, more: "reviewBy: nästa år"), "Rad 8: \"reviewBy\" ska vara en dag" },
        { "a title too long", PublishingTown.Yaml("brand", 1, title: new string('Å', 201)), "Rad 5: \"title\" får ha högst 200 tecken" },
        { "a question too long", PublishingTown.Yaml("brand", 1, question: new string('Å', 300) + "?"), "Rad 14, frågan fri: \"text\" får ha högst 300 tecken" },
        { "unknown keys by the thousand", Encoding.UTF8.GetBytes("format: 1\nkind: checklist\n" + string.Concat(Enumerable.Range(0, 60_000).Select(number => $"k{number}: 1\n"))), "" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_no_checklist_is_refused_in_swedish_at_once_and_leaves_nothing(string what, byte[] content, string said)
    {
        Assert.NotEmpty(what);
        var (before, watch) = (await _town.Rows(), Stopwatch.StartNew());
        var refused = Assert.IsType<Outcome<string>.Broken>(await _town.Installed.SendAs(_town.Hr, new StartDraft(Guid.CreateVersion7(), content)));
        Assert.Equal(nameof(DraftHasFaults), refused.Rule);
        Assert.True(refused.Details.Count is > 0 and <= 41 && refused.Details.All(detail => detail.Length <= 300));
        Assert.StartsWith(said, refused.Details[0], StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.Equal(before, await _town.Rows());
    }

    [Fact]
    public async Task A_file_that_is_damaged_anywhere_is_refused_or_is_a_checklist_and_never_breaks_anything()
    {
        var sound = (await _town.As(_town.Hr, new DownloadChecklist(_town.School.Unit, PublishingTown.Key, 1))).Content;
        var provisions = Support.Installed.Definitions.Provisions.Keys.ToHashSet();
        var random = new Random(20261123);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 1500; round++)
        {
            var damaged = sound.ToList();
            for (var times = random.Next(1, 4); times > 0; times--)
                Damage(damaged, random);
            try
            {
                DraftFile.Read([.. damaged], provisions);
                read++;
            }
            catch (DraftHasFaults faults)
            {
                Assert.All(faults.Details, detail => Assert.StartsWith("Rad ", detail.StartsWith("Och ", StringComparison.Ordinal) ? "Rad " : detail, StringComparison.Ordinal));
                refused++;
            }
        }

        Assert.True(read > 100 && refused > 100, $"{read} read, {refused} refused");
    }

    [Fact]
    public async Task A_file_with_a_byte_order_mark_and_windows_line_ends_is_kept_as_it_is()
    {
        var content = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(PublishingTown.Yaml("brand", 1)).ReplaceLineEndings("\r\n"))).ToArray();
        var id = Guid.CreateVersion7();
        await _town.As(_town.Hr, new StartDraft(id, content));
        Assert.Equal(content, (await _town.As(_town.Hr, new DownloadDraft(id))).Content);
        Assert.Equal("Vägen ut", (await _town.As(_town.Hr, new ReadDraft("brand"))).Checklist.Sections[0].Title);
        var next = Encoding.UTF8.GetString(DraftFile.AsVersion(content, 12));
        Assert.Equal(Encoding.UTF8.GetString(content).Replace("version: 1\r", "version: 12\r", StringComparison.Ordinal), next);
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

    private static void Damage(List<byte> content, Random random)
    {
        var at = random.Next(content.Count - 40);
        switch (random.Next(5))
        {
            case 0: content[at] = (byte)random.Next(256); break;
            case 1: content.RemoveRange(at, random.Next(1, 40)); break;
            case 2: content.InsertRange(at, content.GetRange(random.Next(content.Count - 40), random.Next(1, 40))); break;
            case 3: content.Insert(at, (byte)Signs[random.Next(Signs.Length)]); break;
            default: content.RemoveRange(at + 20, content.Count - at - 20); content.AddRange(new byte[40].Select(_ => (byte)'\n')); break;
        }
    }
}
