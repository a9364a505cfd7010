namespace DigiSam.AnnualReports.Checking.Reading;

internal enum ClaimKind
{
    /// <summary>"Sjukfrånvaron är 7,7 procent".</summary>
    Value,

    /// <summary>"0,8 procentenheter lägre", "6 227 färre timmar".</summary>
    Change,

    /// <summary>"minskat med 10 procent".</summary>
    RelativeChange,

    /// <summary>"har ökat något", without a number.</summary>
    Trend,
}

internal enum Trend
{
    None,
    Up,
    Down,
    Same,
    NotUp,
    NotDown,
}

internal enum Strength
{
    Plain,

    /// <summary>"något", "marginellt".</summary>
    Slight,

    /// <summary>"markant", "väsentligt".</summary>
    Strong,
}

/// <summary>Which of a table's columns a number is about.</summary>
internal enum ClaimedPeriod
{
    Current,
    Before,

    /// <summary>Both years are spoken of near it.</summary>
    Either,
}

/// <summary>Something that a text says of a metric that the report shows: for whom, and the words it is said with.</summary>
/// <param name="Number">What is stated; 0 in a claim of a trend alone.</param>
/// <param name="Decimals">The decimals that it is stated with.</param>
/// <param name="IsAbout">"cirka", "drygt", or "i stort sett oförändrad".</param>
/// <param name="Start">Where the telling words begin in the section's text.</param>
internal sealed record Claim(
    ClaimKind Kind, string Metric, string Group, Trend Trend, Strength Strength, decimal Number, int Decimals, bool IsAbout, ClaimedPeriod Period, int Start, int Length);
