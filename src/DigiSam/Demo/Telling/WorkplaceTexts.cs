using DigiSam.Measures;

namespace DigiSam.Demo.Telling;

/// <summary>What is found, done and said at one kind of workplace.</summary>
internal sealed class WorkplaceTexts
{
    public string Kind { get; init; } = "";

    /// <summary>What stands in for {name} in a story: rooms, groups, machines.</summary>
    public Dictionary<string, List<string>> Slots { get; init; } = [];

    public List<StoryTexts> Threads { get; init; } = [];

    /// <summary>"where | what was seen | the risk's name | what was answered".</summary>
    public List<string> Observations { get; init; } = [];

    public List<string> Goals { get; init; } = [];

    public List<string> Views { get; init; } = [];
}

/// <summary>Something that a round finds, what becomes of it, and how it is a year later.</summary>
internal sealed class StoryTexts
{
    /// <summary>The key of the question that finds it.</summary>
    public string Ask { get; init; } = "";

    public string Found { get; init; } = "";

    public string Later { get; init; } = "";

    public string Risk { get; init; } = "";

    public string Why { get; init; } = "";

    /// <summary>Likelihood and consequence, "3x2".</summary>
    public string Odds { get; init; } = "2x2";

    public bool Serious { get; init; }

    /// <summary>"winter" or "summer" when it is only found then.</summary>
    public string? Season { get; init; }

    /// <summary>"kind | measure".</summary>
    public List<string> Do { get; init; } = [];

    public string Note { get; init; } = "";

    public int Likelihood => Odds[0] - '0';

    public int Consequence => Odds[2] - '0';

    public bool FitsMonth(int month) => Season switch
    {
        "winter" => month is 1 or 2 or 3 or 11 or 12,
        "summer" => month is 5 or 6 or 8 or 9,
        _ => true,
    };

    /// <summary>The kind and the words of a measure.</summary>
    public static (MeasureKind Kind, string Title) Measure(string text)
    {
        var parts = text.Split(" | ");
        return (parts[0].ToLowerInvariant() switch
        {
            "source" => MeasureKind.AtSource,
            "technical" => MeasureKind.Technical,
            "organisation" => MeasureKind.Organisational,
            "knowledge" => MeasureKind.Knowledge,
            "protective" => MeasureKind.Protective,
            _ => throw new InvalidOperationException($"No kind of measure is called {parts[0]}."),
        }, parts[1]);
    }
}

internal sealed class EverywhereTexts
{
    public string Kind { get; init; } = "";

    public Dictionary<string, List<string>> Slots { get; init; } = [];

    public List<StoryTexts> Threads { get; init; } = [];

    public List<string> Remarks { get; init; } = [];

    public List<string> Dismissals { get; init; } = [];

    public List<string> Known { get; init; } = [];

    public List<string> Cancelled { get; init; } = [];

    public List<string> Moved { get; init; } = [];

    public List<string> Carried { get; init; } = [];

    public List<string> Unclear { get; init; } = [];

    public List<string> Partly { get; init; } = [];

    public List<string> Failed { get; init; } = [];

    /// <summary>By the category of the risk.</summary>
    public Dictionary<string, List<string>> Supplement { get; init; } = [];

    public List<string> Thanks { get; init; } = [];

    public List<string> Closed { get; init; } = [];

    public List<string> DismissedObservations { get; init; } = [];

    public List<string> Lifted { get; init; } = [];

    public List<string> Absences { get; init; } = [];

    public List<string> Improvements { get; init; } = [];

    public Dictionary<string, List<string>> Reasons { get; init; } = [];
}
