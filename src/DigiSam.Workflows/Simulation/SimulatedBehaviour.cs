namespace DigiSam.Workflows.Simulation;

/// <summary>When the people of a simulation do what is asked of them.</summary>
public enum SimulatedBehaviour
{
    /// <summary>Everybody is done on the last day, or the last day before it on which one may be reminded.</summary>
    OnTime,

    /// <summary>Everybody is done ten working days after the last day.</summary>
    Late,

    /// <summary>Nobody is ever done.</summary>
    Never,

    /// <summary>Of ten steps four are done half-way to the last day, three on it, two up to twenty working days after it, and one never.</summary>
    Mixed,
}
