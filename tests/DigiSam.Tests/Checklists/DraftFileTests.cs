using System.Diagnostics;
using System.Text;
using DigiSam.Checklists.Life;
using DigiSam.Requests;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Checklists;

/// <summary>A file that someone has sent in is a checklist, or is refused in words: it never breaks anything and leaves nothing.</summary>
public sealed class DraftFileTests : IAsyncLifetime
{
    /// <summary>What means something in YAML.</summary>
    private const string Signs = "\"'{}[]:-&*!|>%@`#?,\t\n \\";

    private PublishingTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await PublishingTown.Create();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

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
        var provisions = Installed.Definitions.Provisions.Keys.ToHashSet();
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
