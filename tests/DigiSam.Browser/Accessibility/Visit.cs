using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>
/// One page as one person meets it: where they begin, which links they follow (the first that each selector finds), and what
/// they do there. <paramref name="Person"/> is null for someone who is not signed in, <paramref name="Route"/> for a page
/// that has no address of its own.
/// </summary>
public sealed record Visit(string? Route, string? Person, string From, params string[] Links)
{
    /// <summary>What is done on the page before it is looked at.</summary>
    public Func<IPage, Task>? Then { get; init; }

    /// <summary>A list that has rows in the demo: without them the visit would look at nothing.</summary>
    public string? Shows { get; init; }

    public override string ToString() => $"{Route ?? From}{(Links.Length > 0 || Then is not null ? $" from {From}" : "")} as {Person ?? "nobody"}";
}
