namespace DigiSam.Checklists;

/// <summary>What kind of risk a question looks for; a deficiency found becomes a risk of this category.</summary>
public enum RiskCategory
{
    Premises,
    Ergonomics,
    Chemical,
    Organisational,
    Social,
    Threats,
    Emergency,
    Equipment,
}

/// <summary>
/// A version of a checklist for safety rounds, exactly as published: its wording never changes, and answers point at it by
/// <see cref="Sha256"/>.
/// </summary>
/// <param name="Minutes">How long a round with it takes, for planning.</param>
public sealed record Checklist(
    string Key,
    int Version,
    string Title,
    string Purpose,
    int Minutes,
    string Sha256,
    IReadOnlyList<ChecklistSection> Sections)
{
    /// <summary>The last day of its next review, where the file says one; otherwise a year after it was published.</summary>
    public DateOnly? ReviewBy { get; init; }

    public IEnumerable<ChecklistQuestion> Questions => Sections.SelectMany(section => section.Questions);
}

public sealed record ChecklistSection(string Key, string Title, IReadOnlyList<ChecklistQuestion> Questions);

/// <summary>A question answered Ja, Delvis, Nej or Ej aktuellt; Ja is always the good answer.</summary>
/// <param name="Help">What to look at or ask on the spot.</param>
/// <param name="Provisions">Ids in the register of provisions that demand what is asked; at least one.</param>
public sealed record ChecklistQuestion(string Key, string Text, string Help, RiskCategory Category, IReadOnlyList<string> Provisions)
{
    public const int LongestKey = 100;
}
