using DigiSam.Language;
using DigiSam.Requests;

namespace DigiSam.AnnualReports;

/// <summary>Texts and answers belong to a draft.</summary>
public sealed class ReportIsNotADraft(ReportStatus status) : BrokenRule(status switch
{
    ReportStatus.Completed => "Rapporten är klarmarkerad. Ångra klarmarkeringen om du behöver ändra i den.",
    ReportStatus.Submitted => "Rapporten är inlämnad. Öppna den igen om du behöver ändra i den.",
    ReportStatus.Locked => "Rapporten är låst för kallelsen. Nämndsekreteraren kan låsa upp den med en motivering.",
    _ => "Nämnden har beslutat om rapporten, och den ändras inte mer.",
});

/// <summary>A report is completed when every question has an answer.</summary>
public sealed class ReportHasUnansweredQuestions(IReadOnlyList<string> questions)
    : BrokenRule(questions.Count == 1 ? "En fråga är inte besvarad. Svara på den och klarmarkera sedan." : $"{questions.Count} frågor är inte besvarade. Svara på dem och klarmarkera sedan.")
{
    public override IReadOnlyList<string> Details { get; } = questions;
}

/// <summary>Involvement, committee and submission come after completion.</summary>
public sealed class ReportIsNotCompleted() : BrokenRule("Rapporten är ett utkast. Klarmarkera den först.");

/// <summary>Only what has been handed in is locked.</summary>
public sealed class ReportIsNotSubmitted() : BrokenRule("Rapporten är inte inlämnad än. Den låses när den är klarmarkerad och inlämnad.");

/// <summary>A locked report stays as it is.</summary>
public sealed class ReportIsLocked() : BrokenRule("Rapporten är låst för kallelsen. Lås upp den med en motivering om den måste ändras före mötet.");

/// <summary>What the board has decided on is not changed.</summary>
public sealed class ReportIsDecided() : BrokenRule("Nämnden har beslutat om rapporten, och den ändras inte mer.");

/// <summary>What is decided on is what went out with the meeting notice.</summary>
public sealed class OnlyALockedReportIsDecided() : BrokenRule("Lås rapporten för kallelsen innan beslutet skrivs in: beslutet gäller den låsta rapporten.");

/// <summary>A decision that has not been taken cannot be recorded.</summary>
public sealed class DecisionLiesAhead() : BrokenRule("Beslutets datum ligger framåt i tiden. Skriv in beslutet när mötet har varit.");

/// <summary>What is decided on is the locked report, so the decision cannot be older than it.</summary>
public sealed class DecisionPrecedesLocking(DateOnly locked)
    : BrokenRule($"Rapporten låstes för kallelsen den {SwedishDate.Long(locked)}, och beslutet kan inte ha fattats före det. Kontrollera beslutets datum.");

/// <summary>Reports of units and administrations are handed on, not decided by a meeting.</summary>
public sealed class OnlyABoardMeets() : BrokenRule("Bara en nämnds eller kommunens rapport går till ett möte. Enheters och förvaltningars rapporter lämnas in.");

/// <summary>A committee cannot have met yet.</summary>
public sealed class TreatmentLiesAhead() : BrokenRule("Samverkansmötets datum ligger framåt i tiden. Anteckna samverkan när mötet har varit.");

/// <summary>An answer that differs from what the records say is explained.</summary>
public sealed class DifferingAnswerNeedsComment(ReportAnswer derived)
    : BrokenRule($"Svaret skiljer sig från vad registren säger ({derived.ToSwedish()}). Skriv en kommentar som förklarar varför.");

/// <summary>Before completion every answer that differs from the records is explained.</summary>
public sealed class DifferingAnswersNeedComments(IReadOnlyList<string> questions)
    : BrokenRule("Registren säger något annat än svaret, och det saknas en kommentar som förklarar varför. Kommentera svaret eller ändra det.")
{
    public override IReadOnlyList<string> Details { get; } = questions;
}

/// <summary>Above the units answers are computed; another one needs a reason.</summary>
public sealed class HigherAnswersAreComputed()
    : BrokenRule("Svaret räknas fram ur enheternas rapporter. Åsidosätt det med en motivering om ett annat svar gäller.");

/// <summary>A unit answers for itself.</summary>
public sealed class UnitsAnswerThemselves() : BrokenRule("Enhetens svar räknas inte fram. Svara på frågan i stället för att åsidosätta.");

/// <summary>The question or section is not one of the form's.</summary>
public sealed class NotInTheForm(int year) : BrokenRule($"Det finns inte i formuläret för {year}. Läs in sidan på nytt.");

/// <summary>There is no such report in the place.</summary>
public sealed class ReportIsUnknown() : BrokenRule("Rapporten finns inte här. Den kan höra till en annan enhet eller nämnd; sök efter den under Rapporter.");

/// <summary>The place does not exist on the day whose organisation reports.</summary>
public sealed class PlaceDoesNotReport(int year) : BrokenRule($"Platsen fanns inte i organisationen som rapporterar för {year}.");
