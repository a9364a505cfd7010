using DigiSam.Language;
using DigiSam.Requests;

namespace DigiSam.Checklists.Life;

/// <summary>There is no such draft.</summary>
public sealed class DraftIsUnknown() : BrokenRule("Utkastet finns inte. Välj checklistan i listan över checklistor.");

/// <summary>What is asked of a draft fits how far it has come.</summary>
public sealed class DraftIsNot(ChecklistDraftStatus needed, ChecklistDraftStatus status) : BrokenRule((needed, status) switch
{
    (_, ChecklistDraftStatus.Published) => "Versionen är redan publicerad, och då ändras den aldrig. Gör ändringen i en ny version.",
    (_, ChecklistDraftStatus.Dropped) => "Utkastet är nedlagt. Börja ett nytt om checklistan ändå ska ändras.",
    (ChecklistDraftStatus.Draft, _) => "Utkastet är på samråd och ligger stilla. Ta tillbaka det först om det ska ändras eller läggas ner.",
    _ => "Utkastet är inte på samråd. Skicka det för samråd först.",
});

/// <summary>Only one version of a checklist is written at a time.</summary>
public sealed class DraftIsUnderWay(ChecklistDraft draft, string startedBy)
    : BrokenRule($"Det finns redan ett utkast till version {draft.Version} av {draft.Title}. {startedBy} började det {SwedishDate.Long(SwedishDate.DateIn(draft.StartedAt))}. Öppna det i stället.");

/// <summary>Someone else has changed it, or it was answered, since the page was opened; what came later is not overwritten.</summary>
public sealed class DraftHasChanged(string latest) : BrokenRule($"Utkastet är inte som när du öppnade sidan: {latest}. Inget du gjorde nu är sparat. Läs in sidan, se vad som är nytt och gör om det.");

/// <summary>A file that cannot be published is not kept either; every fault is told with its line and question.</summary>
public sealed class DraftHasFaults(IReadOnlyList<string> faults) : BrokenRule("Filen har fel och är inte sparad. Rätta dem i filen och läs in den igen.")
{
    public override IReadOnlyList<string> Details => faults;
}

/// <summary>A draft is of one checklist.</summary>
public sealed class DraftIsOfAnotherChecklist(string key, string found)
    : BrokenRule($"Filen gäller en annan checklista: key är \"{found}\", men utkastet är av \"{key}\". Ändra key i filen, eller börja ett eget utkast med den.");

/// <summary>Versions are numbered without gaps, so that a file can only be the next one.</summary>
public sealed class DraftIsNotTheNextVersion(int next, int found)
    : BrokenRule($"Filen säger version: {found}, men nästa version är {next}. Skriv version: {next} i filen och läs in den igen.");

/// <summary>Another file of the program has the name.</summary>
public sealed class ChecklistKeyIsTaken(string key)
    : BrokenRule($"Nyckeln \"{key}\" är upptagen av något annat i DigiSam. Välj en annan key i filen.");

/// <summary>A checklist that is out of use gets no new version until it is in use again.</summary>
public sealed class ChecklistIsOutOfUse(string title) : BrokenRule($"{title} är ur bruk. HR-strategen kan ta den i bruk igen på checklistans sida.");

/// <summary>No such checklist has been published.</summary>
public sealed class ChecklistIsNotPublished() : BrokenRule("Checklistan är inte publicerad. Välj den i listan över checklistor.");

/// <summary>It was reviewed in the words of a version that another has replaced meanwhile.</summary>
public sealed class ChecklistHasANewerVersion(int newest) : BrokenRule($"Version {newest} har publicerats sedan du öppnade sidan. Läs in sidan igen.");

/// <summary>A draft that is being written would be left without a checklist.</summary>
public sealed class DraftStandsInTheWay(int version) : BrokenRule($"Det finns ett utkast till version {version}. Lägg ner det först, så kan checklistan tas ur bruk.");

/// <summary>Those who are consulted get their time (the definition says how long), unless they have answered.</summary>
public sealed class ConsultationIsNotOver(DateOnly lastDay) : BrokenRule(lastDay == DateOnly.MaxValue
    ? "Huvudskyddsombudet har inte svarat än. Du kan publicera när ett svar har kommit."
    : $"Huvudskyddsombudet har inte svarat än. Du kan publicera när ett svar har kommit, eller från och med {SwedishDate.Long(lastDay.AddDays(1))} om inget kommer.");

/// <summary>What came after the end was not read by whoever published.</summary>
public sealed class ConsultationIsOver() : BrokenRule("Samrådet är avslutat: utkastet är publicerat eller har tagits tillbaka. Ditt svar är inte sparat. Kopiera det du har skrivit och prata med HR-strategen.");

/// <summary>Someone lets the checklist's process stand still.</summary>
public sealed class ChecklistStandsStill()
    : BrokenRule("Arbetet med checklistan är pausat, och den kan inte gå vidare just nu. Låt processen fortsätta först, på sidan Så har det gått.");

/// <summary>The definition that the checklist runs by has no such way on.</summary>
public sealed class ChecklistMayNotGoOn(string state) : BrokenRule($"Processen som checklistan följer tillåter inte det i läget {state}. Läs in sidan igen, och titta på Så har det gått.");
