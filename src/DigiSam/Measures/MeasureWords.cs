namespace DigiSam.Measures;

/// <summary>What the action plan's terms are called on the screen.</summary>
public static class MeasureWords
{
    public static string Swedish(this MeasureKind kind) => kind switch
    {
        MeasureKind.AtSource => "Tar bort risken vid källan",
        MeasureKind.Technical => "Teknik, lokaler eller utrustning",
        MeasureKind.Organisational => "Arbetssätt, bemanning eller organisation",
        MeasureKind.Knowledge => "Kunskap, instruktioner eller stöd",
        _ => "Personlig skyddsutrustning",
    };

    public static string Swedish(this MeasureStatus status) => status switch
    {
        MeasureStatus.Planned => "Planerad",
        MeasureStatus.Done => "Klar, effekten inte bedömd",
        MeasureStatus.Checked => "Klar och kontrollerad",
        _ => "Struken",
    };

    /// <summary>The answer to: did the measure have the effect that was meant?</summary>
    public static string Swedish(this MeasureEffect effect) => effect switch
    {
        MeasureEffect.Yes => "Ja",
        MeasureEffect.Partly => "Delvis",
        MeasureEffect.No => "Nej",
        _ => "Kan inte bedömas ännu",
    };
}
