using DigiSam.Language;
using DigiSam.Requests;

namespace DigiSam.Measures;

/// <summary>What is asked of a measure fits its status.</summary>
public sealed class MeasureIsNot(MeasureStatus needed, MeasureStatus status) : BrokenRule((needed, status) switch
{
    (_, MeasureStatus.Cancelled) => "Åtgärden är struken. Ångra strykningen först om den ska genomföras.",
    (_, MeasureStatus.Checked) => "Åtgärdens effekt är redan bedömd. Lägg till en ny åtgärd om mer behöver göras.",
    (MeasureStatus.Planned, _) => "Åtgärden är redan klarmarkerad. Ångra det först om den ska ändras.",
    _ => "Åtgärden är inte klarmarkerad än.",
});

/// <summary>There is an effect to check only of what is done.</summary>
public sealed class OnlyADoneMeasureIsChecked() : BrokenRule("Åtgärden är inte klar. Klarmarkera den först, och kontrollera sedan effekten.");

/// <summary>A check that is put off is put off to a day to come.</summary>
public sealed class NextCheckIsLater() : BrokenRule("Ange en dag efter i dag när effekten ska kontrolleras igen.");

/// <summary>What is done was done today or before.</summary>
public sealed class NothingIsDoneInTheFuture(DateOnly today) : BrokenRule($"Åtgärden kan inte ha blivit klar efter i dag, {SwedishDate.Short(today)}. Ange den dag den blev klar.");

/// <summary>There is no such measure in the unit.</summary>
public sealed class MeasureIsUnknown() : BrokenRule("Åtgärden finns inte i den här enheten. Sök efter den under Åtgärder.");
