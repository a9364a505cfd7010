using System.Globalization;
using DigiSam.Browser.Paths;
using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>
/// Someone without a pointer: they press Tab, Enter, Space and arrows, write, and know where they are by what the place is
/// called. A stop that does not show that the keyboard is there is a fault.
/// </summary>
internal sealed class Keyboard(Visitor visitor)
{
    /// <summary>So many stops no page has.</summary>
    private const int MostStops = 250;

    private static readonly string[][] DayOrders = [["yyyy", "MM", "dd"], ["MM", "dd", "yyyy"], ["dd", "MM", "yyyy"]];

    private readonly IKeyboard _keys = visitor.Page.Keyboard;

    public Visitor Visitor => visitor;

    public static async Task<Keyboard> Of(Chromium chromium, DemoTown town, string name)
    {
        var visitor = new Visitor(await chromium.NewPage(), town.Address, name);
        var keyboard = new Keyboard(visitor);
        await visitor.Open("/logga-in");
        await keyboard.Open($"Logga in som {name}", "Översikt");
        return keyboard;
    }

    /// <summary>Goes to a link or button and presses Enter; the page that comes has this heading, in its title too.</summary>
    public async Task Open(string name, string heading, string? near = null)
    {
        await Press(name, near);
        await visitor.Sees(heading);
        Assert.Contains(heading, await visitor.Page.TitleAsync(), StringComparison.Ordinal);
    }

    /// <summary>Goes on to a link or button and presses Enter.</summary>
    public async Task Press(string name, string? near = null, string? kind = null)
    {
        await GoTo(name, near, kind);
        await _keys.PressAsync("Enter");
    }

    /// <summary>
    /// Presses Enter on what sends a form. When the page has come, the keyboard stands on the sentence that tells what was
    /// done, or the page at the part that its address names.
    /// </summary>
    public async Task Send(string name, string told)
    {
        await Press(name, kind: "BUTTON");
        await visitor.IsTold(told);
        if (new Uri(visitor.Page.Url).Fragment is { Length: > 1 } part)
            await Assertions.Expect(visitor.Page.Locator(part)).ToBeInViewportAsync();
        else
            await Assertions.Expect(visitor.Page.Locator(".notice[role=status]")).ToBeFocusedAsync();
    }

    public async Task Write(string field, string text)
    {
        await GoTo(field);
        await _keys.TypeAsync(text);
    }

    /// <summary>Writes a day in the browser's own field, whose parts stand in the order of the browser's language.</summary>
    public async Task WriteDay(string field, DateTime day)
    {
        await GoTo(field);
        foreach (var order in DayOrders)
        {
            for (var part = 0; part < order.Length; part++)
            {
                for (var back = 0; back < order.Length; back++)
                    await _keys.PressAsync("ArrowLeft");
                for (var on = 0; on < part; on++)
                    await _keys.PressAsync("ArrowRight");
                await _keys.TypeAsync(day.ToString(order[part], CultureInfo.InvariantCulture));
            }

            if (await visitor.Page.EvaluateAsync<string>("document.activeElement.value") == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                return;
        }

        Assert.Fail($"{field} does not take {day:yyyy-MM-dd}");
    }

    /// <summary>Goes to a list and down in it to a choice.</summary>
    public async Task Select(string list, string choice)
    {
        await GoTo(list);
        await _keys.PressAsync("Home");
        for (var tried = 0; await visitor.Page.EvaluateAsync<string>("document.activeElement.selectedOptions[0].text") != choice; tried++)
        {
            Assert.True(tried < MostStops, $"{list} has no choice {choice}");
            await _keys.PressAsync("ArrowDown");
        }
    }

    /// <summary>Goes to a group of choices, and with the arrows to one of them, which is then chosen.</summary>
    public async Task Choose(string first, string answer)
    {
        await GoTo(first);
        await _keys.PressAsync("Space");
        for (var tried = 0; (await Here()).Name != answer; tried++)
        {
            Assert.True(tried < MostStops, $"the arrows do not lead from {first} to {answer}");
            await _keys.PressAsync("ArrowDown");
        }

        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.activeElement.checked"), $"{answer} is not chosen");
    }

    /// <summary>Presses Tab until the keyboard stands on what is called this, in a row or line that has the words of <paramref name="near"/> where it matters which.</summary>
    public async Task GoTo(string name, string? near = null, string? kind = null)
    {
        await visitor.Page.WaitForLoadStateAsync();
        var passed = new List<string>();
        while (passed.Count < MostStops)
        {
            await _keys.PressAsync("Tab");
            var stop = await Here();
            Assert.True(stop.Shown, $"{visitor.Here}: nothing shows that the keyboard is on \"{stop.Name}\"");
            if (stop.IsCalled(name) && (near is null || stop.Line.Contains(near, StringComparison.Ordinal)) && (kind is null || stop.Kind == kind))
                return;
            passed.Add(stop.Name);
        }

        Assert.Fail($"{visitor.Here}: Tab does not lead to \"{name}\", but to {string.Join(", ", passed.Distinct(StringComparer.Ordinal))}");
    }

    /// <summary>The name of what has the keyboard, and whether one can see that it has it.</summary>
    private async Task<Stop> Here() => await visitor.Page.EvaluateAsync<Stop>(KeyboardScripts.Here);

    private sealed record Stop
    {
        public string Name { get; init; } = "";

        public string Line { get; init; } = "";

        public string Kind { get; init; } = "";

        public bool Shown { get; init; }

        /// <summary>What is said after a colon tells those who listen which of several it is.</summary>
        public bool IsCalled(string name) => Name == name || Name.StartsWith($"{name}: ", StringComparison.Ordinal);
    }
}
