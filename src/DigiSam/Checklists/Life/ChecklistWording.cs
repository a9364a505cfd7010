using DigiSam.Language;
using DigiSam.Processes;
using DigiSam.Workflows.Running;

namespace DigiSam.Checklists.Life;

/// <summary>What a checklist on its way asks people to do.</summary>
internal sealed class ChecklistWording : IProcessWording
{
    public string DefinitionKey => ChecklistCourse.Definition;

    public InboxText Word(Occasion occasion)
    {
        var checklist = $"checklistan {occasion.Thing?.Name}";
        var (day, by) = occasion.DueOn == DateOnly.MaxValue ? ("", "") : (SwedishDate.Long(occasion.DueOn), $" senast {SwedishDate.Long(occasion.DueOn)}");
        var link = occasion.Thing?.Link ?? "/checklistor";
        var text = (occasion.Step.Key, occasion.Why) switch
        {
            ("consulted", TaskOccasion.Escalation) => $"Tiden för samråd om {checklist} gick ut {day}. Du kan publicera den nu, eller vänta på svar.",
            ("published", TaskOccasion.Escalation) => $"Den årliga översynen av {checklist} skulle ha varit klar {day}. Prata med HR-strategen om vad som hindrar.",
            (_, TaskOccasion.Escalation) => $"Arbetet med {checklist} är försenat. Det skulle ha varit klart {day}.",
            ("draft", _) => $"Skriv klart {checklist}, och skicka den för samråd{by}.",
            ("consulted", _) => $"Läs utkastet till {checklist} och skriv vad du tycker{by}.",
            ("answered", _) => $"Samrådet om {checklist} är besvarat. Läs svaren, och publicera eller ändra{by}.",
            ("published", _) => $"Se över {checklist}{by}. Stämmer frågorna, och gäller bestämmelserna?",
            _ => $"{occasion.Step.Title}: {checklist}{by}.",
        };
        var reminds = occasion.Why == TaskOccasion.Reminder && occasion.Step.Key != "published" ? " Det här är en påminnelse." : "";
        return new InboxText(text + reminds, occasion.Step.Key == "consulted" && occasion.Why != TaskOccasion.Escalation ? $"{link}/utkast" : link);
    }

    /// <summary>A review that is due in a year waits for its first reminder, where that is still to come.</summary>
    public bool Asks(Occasion occasion) => occasion is not { Step.Key: "published", Why: TaskOccasion.StepOpened }
        || occasion.Step.Reminders.Count == 0 || occasion.Step.Reminders.Min(reminder => reminder.Resolve(occasion.Year, occasion.DueOn)) <= occasion.On;
}
