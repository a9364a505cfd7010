using DigiSam.Checklists;
using DigiSam.Demo.Writing;
using DigiSam.Language;
using DigiSam.Processes;
using DigiSam.ReportForms;
using DigiSam.Risks;
using DigiSam.SamYears;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Demo.Telling;

/// <summary>What is the same for all of the demo: words, rules, the day it is, and how things are numbered.</summary>
internal sealed class DemoWorld
{
    public required int Seed { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whole years before the current one.</summary>
    public required int Years { get; init; }

    public required Numbering Numbering { get; init; }

    public required IReadOnlyList<KeptChecklist> Checklists { get; init; }

    public required RiskMatrix Matrix { get; init; }

    public required ProcessDefinition SamYear { get; init; }

    public required ProcessDefinition Risk { get; init; }

    public required AnnualFollowUpForm FollowUp { get; init; }

    public required HealthFactorSet HealthFactors { get; init; }

    public required IReadOnlyList<IProcessWording> Wordings { get; init; }

    public required Func<int, ReportForm?> FormFor { get; init; }

    public DemoTexts Texts { get; } = DemoTexts.Built;

    public DateOnly Today => SwedishDate.DateIn(Now);

    public int ThisYear => Today.Year;

    public int FirstYear => ThisYear - Years;

    /// <summary>The first day that anything in the demo is known from.</summary>
    public DateOnly Beginning => new(FirstYear - 3, 1, 1);

    public Dice DiceFor(string part) => Dice.For(Seed, part);

    public KeptChecklist Checklist(string key) => Checklists.Single(kept => kept.Checklist.Key == key);
}

/// <summary>A checklist with the id of its kept version.</summary>
internal sealed record KeptChecklist(Checklist Checklist, Guid VersionId);
