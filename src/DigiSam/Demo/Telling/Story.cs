using DigiSam.Risks;

namespace DigiSam.Demo.Telling;

/// <summary>A story as it is told of one unit: its rooms and groups have names, and they stay the same through the years.</summary>
internal sealed class Story
{
    private readonly Dictionary<string, string> _slots = [];

    public Story(StoryTexts texts, IReadOnlyDictionary<string, List<string>> slots, Dice dice)
    {
        Texts = texts;
        foreach (var (slot, choices) in slots.OrderBy(slot => slot.Key, StringComparer.Ordinal))
            _slots.Add(slot, dice.Pick(choices));
    }

    public StoryTexts Texts { get; }

    /// <summary>The risk that it became; null before that.</summary>
    public Risk? Risk { get; set; }

    public string Say(string text)
    {
        foreach (var (slot, name) in _slots)
            text = text.Replace($"{{{slot}}}", name, StringComparison.Ordinal);
        return Capitals(text);
    }

    /// <summary>Sentences begin with a capital, also where a name or a number was put in.</summary>
    private static string Capitals(string text) => string.Create(text.Length, text, (letters, from) =>
    {
        for (var at = 0; at < letters.Length; at++)
            letters[at] = at == 0 || (at > 1 && from[at - 1] == ' ' && from[at - 2] is '.' or '?' or '!') ? char.ToUpperInvariant(from[at]) : from[at];
    });
}

/// <summary>
/// The stories that can be told of a unit, the workplace's own mostly before those of anywhere, in an order of its own: what
/// one unit has found the next one seldom has.
/// </summary>
internal sealed class Stories
{
    private readonly List<Story> _untold;
    private readonly List<Story> _told = [];

    public Stories(DemoWorld world, DemoUnit unit)
    {
        var everywhere = world.Texts.Everywhere;
        var own = unit.Dice.Shuffle(unit.Workplace.Threads).Select(texts => new Story(texts, unit.Workplace.Slots, unit.Dice));
        var any = unit.Dice.Shuffle(everywhere.Threads).Select(texts => new Story(texts, everywhere.Slots, unit.Dice));
        _untold = [.. own, .. any];
    }

    /// <summary>The next story that a question of the checklist finds, in the month; null when all are told.</summary>
    public Story? Next(IReadOnlySet<string> questions, int month, Dice dice)
    {
        var fitting = _untold.Where(story => questions.Contains(story.Texts.Ask) && story.Texts.FitsMonth(month));
        return Tell(fitting.Skip(dice.Below(3)).FirstOrDefault() ?? fitting.FirstOrDefault());
    }

    /// <summary>The next story that someone may report by themselves.</summary>
    public Story? NextSeen(Dice dice, int month) => Tell(_untold.Where(story => story.Texts.FitsMonth(month) && story.Texts.Likelihood > 2).Skip(dice.Below(4)).FirstOrDefault());

    /// <summary>The worst that is left; null when all are told.</summary>
    public Story? Gravest(int month) => Tell(_untold.Where(story => story.Texts.FitsMonth(month)).MaxBy(story => story.Texts.Likelihood * story.Texts.Consequence));

    /// <summary>What earlier rounds have found by the questions since a day, newest last.</summary>
    public IReadOnlyList<Story> ToldOf(IReadOnlySet<string> questions, DateOnly since) =>
        [.. _told.Where(story => questions.Contains(story.Texts.Ask) && story.Risk is { } risk && risk.FoundOn >= since)];

    private Story? Tell(Story? story)
    {
        if (story is not null)
        {
            _untold.Remove(story);
            _told.Add(story);
        }

        return story;
    }
}
