using DigiSam.Imports;
using DigiSam.ReportForms;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.AnnualReports;

/// <summary>What people wrote in a section of a place's report (avsnittstext), as Markdown.</summary>
public sealed class SectionText : ImportedRow
{
    private SectionText()
    {
    }

    internal SectionText(int reportYear, Guid placeId, string sectionKey, string markdown, Guid importId, int line)
        : base(reportYear, importId, line)
    {
        PlaceId = placeId;
        SectionKey = sectionKey;
        Markdown = markdown;
    }

    public Guid PlaceId { get; private init; }

    public string SectionKey { get; private init; } = "";

    public string Markdown { get; private init; } = "";

    internal bool SaysTheSameAs(SectionText other) => Markdown == other.Markdown;
}

internal sealed class SectionTextTable : ImportedRowTable<SectionText>
{
    public override void Configure(EntityTypeBuilder<SectionText> builder)
    {
        builder.Property(text => text.SectionKey).HasMaxLength(FormSection.LongestKey);
        Holds(builder, nameof(SectionText.PlaceId), nameof(SectionText.SectionKey));
    }
}
