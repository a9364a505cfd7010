namespace DigiSam.Workflows.Calendar;

/// <summary>
/// The times in which the people of a place are not reminded, besides weekends and holidays. Whoever hosts the engine knows them:
/// the breaks of its schools, for instance.
/// </summary>
public interface IQuietTime
{
    /// <summary>The period that the date lies in; null when it lies in none.</summary>
    QuietPeriod? On(DateOnly date);
}

/// <summary>A time in which nobody is reminded, both days included.</summary>
/// <param name="RemindsBefore">
/// Whether people are reminded before it of what is to be done within it; otherwise they are when it is over, whenever the last day is.
/// </param>
public sealed record QuietPeriod(DateOnly From, DateOnly To, bool RemindsBefore);
