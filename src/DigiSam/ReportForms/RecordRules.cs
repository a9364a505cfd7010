namespace DigiSam.ReportForms;

/// <summary>How the records of a unit's calendar year answer a question.</summary>
public enum DerivedRule
{
    /// <summary>Of the rounds that were planned and not cancelled, which are completed?</summary>
    RoundsHeld,

    /// <summary>In which of the completed rounds did a safety representative take part?</summary>
    SafetyRepInRounds,

    /// <summary>Which of the risks found are assessed?</summary>
    RisksAssessed,

    /// <summary>Which of the measures done have had their effect checked?</summary>
    MeasuresFollowedUp,

    /// <summary>Which of the observations reported have been answered?</summary>
    ObservationsAnswered,

    /// <summary>Had the year's plan an OSA goal?</summary>
    OsaGoalSet,
}

/// <summary>What the records of the calendar year are told as, above a section's text.</summary>
public enum RecordFacts
{
    Rounds,
    Observations,
    Measures,
    SelectedRisks,
    YearPlans,
}

/// <summary>The words that forms name these by.</summary>
internal static class RecordRules
{
    public static readonly IReadOnlyDictionary<string, DerivedRule> Derived = new Dictionary<string, DerivedRule>
    {
        ["rounds-held"] = DerivedRule.RoundsHeld,
        ["safety-rep-in-rounds"] = DerivedRule.SafetyRepInRounds,
        ["risks-assessed"] = DerivedRule.RisksAssessed,
        ["measures-followed-up"] = DerivedRule.MeasuresFollowedUp,
        ["observations-answered"] = DerivedRule.ObservationsAnswered,
        ["osa-goal-set"] = DerivedRule.OsaGoalSet,
    };

    public static readonly IReadOnlyDictionary<string, RecordFacts> Facts = new Dictionary<string, RecordFacts>
    {
        ["rounds"] = RecordFacts.Rounds,
        ["observations"] = RecordFacts.Observations,
        ["measures"] = RecordFacts.Measures,
        ["selected-risks"] = RecordFacts.SelectedRisks,
        ["year-plans"] = RecordFacts.YearPlans,
    };
}
