using DigiSam.Imports;
using DigiSam.ReportForms;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.AnnualReports;

/// <summary>
/// Someone's decision that another answer than the computed one holds for a place (åsidosatt svar). Needs a reason; what was
/// computed then is kept with it, and what is computed now is shown beside it.
/// </summary>
public sealed class AnswerOverride : ImportedRow
{
    private AnswerOverride()
    {
    }

    internal AnswerOverride(int reportYear, Guid placeId, string questionKey, ReportAnswer answer, string reason, ReportAnswer computedThen, DateTimeOffset recordedAt, Guid importId, int line)
        : base(reportYear, importId, line)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new OverrideNeedsReason();
        PlaceId = placeId;
        QuestionKey = questionKey;
        Answer = answer;
        Reason = reason;
        ComputedThen = computedThen;
        RecordedAt = recordedAt;
    }

    public Guid PlaceId { get; private init; }

    public string QuestionKey { get; private init; } = "";

    public ReportAnswer Answer { get; private init; }

    public string Reason { get; private init; } = "";

    /// <summary>The answer that was computed when this was recorded, so that a later change of it can be told.</summary>
    public ReportAnswer ComputedThen { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    internal bool SaysTheSameAs(AnswerOverride other) => Answer == other.Answer && Reason == other.Reason;
}

/// <summary>A computed answer can be overridden only with a reason.</summary>
public sealed class OverrideNeedsReason()
    : BrokenRule("Ett beräknat svar kan bara åsidosättas med en motivering. Skriv varför ett annat svar gäller.");

internal sealed class AnswerOverrideTable : ImportedRowTable<AnswerOverride>
{
    public override void Configure(EntityTypeBuilder<AnswerOverride> builder)
    {
        builder.Property(changed => changed.QuestionKey).HasMaxLength(FormQuestion.LongestKey);
        Holds(builder, nameof(AnswerOverride.PlaceId), nameof(AnswerOverride.QuestionKey));
    }
}
