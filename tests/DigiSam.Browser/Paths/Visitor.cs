using DigiSam.Browser.Accessibility;
using Microsoft.Playwright;

namespace DigiSam.Browser.Paths;

/// <summary>
/// Someone at a browser of their own: what they press and read in the words of the page, and what was wrong with the pages
/// that they passed.
/// </summary>
public sealed class Visitor
{
    private static readonly (int Width, ColorScheme Scheme)[] Usual = [(1280, ColorScheme.Light), (390, ColorScheme.Light)];

    private static readonly (int Width, ColorScheme Scheme)[] Thorough = [.. Usual, (390, ColorScheme.Dark), (1280, ColorScheme.Dark)];

    private readonly Uri _address;

    private readonly string _name;

    private readonly List<string> _faults = [];

    public Visitor(IPage page, Uri address, string name)
    {
        (Page, _address, _name) = (page, address, name);
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _faults.Add($"{Where()}: console: {message.Text}");
        };
        page.PageError += (_, error) => _faults.Add($"{Where()}: script: {error}");
    }

    public IPage Page { get; }

    /// <summary>The page's address without the host, as a link has it.</summary>
    public string Here => new Uri(Page.Url).PathAndQuery;

    public ILocator Main => Page.Locator("main");

    /// <summary>Opens an address by hand; gives the answer's status.</summary>
    public async Task<int> Open(string address) => (await Page.GotoAsync(new Uri(_address, address).ToString()))!.Status;

    /// <summary>The page has this heading.</summary>
    public Task Sees(string heading) => Soon(Page.Locator("h1")).ToHaveTextAsync(heading, new() { Timeout = Patience });

    /// <summary>The page has this sentence somewhere.</summary>
    public Task Reads(string sentence) => Soon(Main).ToContainTextAsync(sentence, new() { Timeout = Patience });

    /// <summary>What was just done is told in this sentence.</summary>
    public Task IsTold(string sentence) => Soon(Page.Locator(".notice")).ToHaveTextAsync(sentence, new() { Timeout = Patience });

    public Task Press(string button, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public Task Follow(string link, ILocator? within = null) => (within ?? Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public Task Go(string room) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Huvudmeny" }).GetByRole(AriaRole.Link, new() { Name = room, Exact = true }).First.ClickAsync();

    public Task Write(string field, string text) => Main.GetByLabel(field, new() { Exact = true }).And(Page.Locator("input, textarea")).First.FillAsync(text);

    public Task Choose(string answer, ILocator? within = null) => (within ?? Main).GetByText(answer, new() { Exact = true }).First.ClickAsync();

    public Task Select(string list, string choice) => Main.GetByLabel(list, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = choice });

    /// <summary>Stands somewhere else in the organisation.</summary>
    public async Task StandIn(string place)
    {
        await Page.GetByLabel("Plats", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = place });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Byt", Exact = true }).ClickAsync();
    }

    /// <summary>In a report that is not let through for its empty sections: says why they may be so.</summary>
    public async Task LetsEmptySectionsBe(string reason)
    {
        await Reads("ska rättas eller godtas först. De står under Kontroll före inlämning.");
        await Choose("Låt dem vara tomma");
        await Write("Varför behövs ingen bedömning?", reason);
        await Look();
        await Press("Godta");
        await IsTold("Det är godtaget, med din förklaring.");
        await Reads("Inget hindrar att rapporten går vidare.");
        await Look(thoroughly: true);
    }

    /// <summary>What waits, as a line of the overview.</summary>
    public ILocator Waiting(string sentence) => Page.Locator(".waiting .tasks li", new() { HasText = sentence });

    /// <summary>Looks at the page on a computer and a phone, and thoroughly also in the dark; faults are kept for <see cref="FoundNoFaults"/>.</summary>
    public async Task Look(bool thoroughly = false)
    {
        if (await Page.Locator("h1").CountAsync() is not 1 and var headings)
            _faults.Add($"{Where()}: {headings} h1");
        foreach (var (width, scheme) in thoroughly ? Thorough : Usual)
        {
            await Page.SetViewportSizeAsync(width, 844);
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            _faults.AddRange((await Axe.FaultsOf(Page)).Select(fault => $"{Where()} at {width} {scheme}: {fault}"));
            if (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var reach && reach > width)
                _faults.Add($"{Where()} at {width}: reaches out to {reach}");
        }

        await Page.SetViewportSizeAsync(1280, 844);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Every page that was looked at was in order, and no script complained on any.</summary>
    public void FoundNoFaults() => Assert.True(_faults.Count == 0, string.Join(Environment.NewLine, _faults.Distinct(StringComparer.Ordinal)));

    /// <summary>Busy machines are slow: within this a page has come.</summary>
    private const float Patience = 20_000;

    private static ILocatorAssertions Soon(ILocator locator) => Assertions.Expect(locator);

    private string Where() => $"{_name} on {Here}";
}
