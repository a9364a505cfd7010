namespace DigiSam.Figures;

/// <summary>Which unit an event is counted in.</summary>
public enum EventUnit
{
    /// <summary>Where the one whom it concerned is employed (hemenhet).</summary>
    Home,

    /// <summary>Where it happened (händelseenhet).</summary>
    Event,
}

/// <summary>Which day an event is counted on.</summary>
public enum EventDate
{
    Event,
    Report,
}

/// <summary>How an extract's events are counted, and the months that it is an extract of: those between its first and last event when nothing is said.</summary>
/// <param name="From">Any day of the first month.</param>
/// <param name="To">Any day of the last month.</param>
public sealed record EventBasis(EventUnit Unit, EventDate Date, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>As it is stored with each count: "Home/Event".</summary>
    internal string Code => $"{Unit}/{Date}";

    /// <summary>"räknade på hemenhet och händelsedatum", of a stored code.</summary>
    public static string Words(string code) => code.Split('/') is [var unit, var date]
        ? $"räknade på {(unit == nameof(EventUnit.Home) ? "hemenhet" : "händelseenhet")} och {(date == nameof(EventDate.Event) ? "händelsedatum" : "rapportdatum")}"
        : "";
}
