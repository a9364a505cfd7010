using DigiSam.Requests;

namespace DigiSam.Risks;

/// <summary>A closed risk is not changed.</summary>
public sealed class RiskIsClosed() : BrokenRule("Risken är stängd och kan inte ändras. Öppna den igen om den fortfarande finns.");

/// <summary>What is not assessed cannot be said to be dealt with (AFS 2023:1 11 §).</summary>
public sealed class UnassessedRiskStaysOpen() : BrokenRule("Risken är inte bedömd. Bedöm den först, och stäng den sedan.");

/// <summary>The board is to see what a risk is worth.</summary>
public sealed class OnlyAnAssessedRiskIsLifted() : BrokenRule("Risken är inte bedömd. Bedöm den först, så att nämnden ser hur stor den är.");

/// <summary>There is no such risk in the unit.</summary>
public sealed class RiskIsUnknown() : BrokenRule("Risken finns inte i den här enheten. Sök efter den under Risker.");
