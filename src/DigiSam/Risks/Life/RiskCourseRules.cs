using DigiSam.Requests;

namespace DigiSam.Risks.Life;

/// <summary>Someone lets the risk's process stand still.</summary>
public sealed class RiskStandsStill(string risk)
    : BrokenRule($"Arbetet med risken ”{risk}” är pausat, och den kan inte gå vidare just nu. Fråga HR-strategen när det fortsätter, och gör det här då.");

/// <summary>The definition that the risk runs by asks for more than the risk itself does.</summary>
public sealed class RiskMayNotGoOn(string risk, IReadOnlyList<string> guards) : BrokenRule($"Risken ”{risk}” kan inte gå vidare än. {string.Join(" ", guards.Select(ToDo))}")
{
    private static string ToDo(string guard) => guard switch
    {
        RiskGuards.AllMeasuresChecked => "Gör klart åtgärderna och kontrollera effekten av dem, eller stryk dem som inte behövs.",
        RiskGuards.SeriousHasMeasure => "Den är allvarlig: lägg till en åtgärd mot den först.",
        _ => "Effekten av åtgärderna är kontrollerad: bedöm risken på nytt först.",
    };
}

/// <summary>The definition that the risk runs by has no such way.</summary>
public sealed class RiskHasNoSuchWay(string risk, string from, bool closing) : BrokenRule(closing
    ? $"Risken ”{risk}” kan inte stängas i läget {from}. Gör klart åtgärderna och kontrollera effekten av dem först, eller stryk dem som inte behövs."
    : $"Risken ”{risk}” kan inte gå dit från läget {from}, så som processen är uppbyggd. Fråga HR-strategen, som har hand om processen.");
