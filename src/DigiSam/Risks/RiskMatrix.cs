namespace DigiSam.Risks;

/// <summary>
/// One version of the scales that risks are assessed on, and what their product means. An assessment keeps the version it
/// was made with, so that a new matrix changes no old value.
/// </summary>
/// <param name="Likelihoods">The steps 1–4, in order.</param>
/// <param name="Consequences">The steps 1–4, in order.</param>
/// <param name="Levels">The levels from lowest to highest; together they cover every product.</param>
public sealed record RiskMatrix(
    int Version, string Title, IReadOnlyList<RiskMatrixStep> Likelihoods, IReadOnlyList<RiskMatrixStep> Consequences, IReadOnlyList<RiskLevel> Levels)
{
    /// <summary>How many steps each scale has.</summary>
    public const int Size = 4;

    /// <summary>The level of a likelihood times a consequence.</summary>
    public RiskLevel LevelOf(int likelihood, int consequence) =>
        Levels.First(level => level.From <= likelihood * consequence && likelihood * consequence <= level.To);

    /// <summary>The level with the key, or null when this version has none such.</summary>
    public RiskLevel? Level(string? key) => Levels.FirstOrDefault(level => level.Key == key);

    /// <summary>"3 Sannolik" of 3.</summary>
    public string LikelihoodInWords(int value) => InWords(Likelihoods, value);

    /// <summary>"2 Måttlig" of 2.</summary>
    public string ConsequenceInWords(int value) => InWords(Consequences, value);

    private static string InWords(IReadOnlyList<RiskMatrixStep> steps, int value) =>
        steps.FirstOrDefault(step => step.Value == value) is { } step ? $"{step.Value} {step.Name}" : $"{value}";
}

/// <summary>A step of a scale, with what it means in plain words.</summary>
public sealed record RiskMatrixStep(int Value, string Name, string Help);

/// <summary>What the products from one to another mean, both included.</summary>
public sealed record RiskLevel(string Key, string Name, int From, int To, string Advice)
{
    public const int LongestKey = 40;
}
