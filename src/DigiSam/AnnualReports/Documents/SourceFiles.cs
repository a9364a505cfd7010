using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Documents;

/// <summary>Where in which file something stands, and for which period when others stand elsewhere.</summary>
internal sealed record OriginSource(string? Of, string File, string Lines)
{
    /// <summary>"R12 2023-12: franvaro.csv, rad 2, 5–7"; without the file when that has been said already.</summary>
    public string Say(bool withFile)
    {
        var place = string.Join(", ", new[] { withFile ? File : "", Lines }.Where(part => part.Length > 0));
        return Of is null || place.Length == 0 ? place : $"{Of}: {place}";
    }
}

/// <summary>The files that a report rests on, each once, and how one is referred to in the text.</summary>
internal sealed class SourceFiles
{
    private readonly HashSet<string> _sharedNames;

    public SourceFiles(AnnualReportContent content)
    {
        Files =
        [
            .. content.Sections.SelectMany(Sources)
                .DistinctBy(source => (source.File, source.Sha256))
                .OrderBy(source => source.File, StringComparer.Ordinal)
                .ThenBy(source => source.Sha256, StringComparer.Ordinal),
        ];
        _sharedNames = Files.GroupBy(source => source.File, StringComparer.Ordinal)
            .Where(files => files.Count() > 1)
            .Select(files => files.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>In order of name; the lines of these are of no meaning.</summary>
    public IReadOnlyList<ProvenanceSource> Files { get; }

    /// <summary>The first twelve characters of a checksum: enough to tell files apart, short enough to read aloud.</summary>
    public static string Short(string sha256) => sha256.Length <= 12 ? sha256 : sha256[..12];

    /// <summary>The file's name, with the checksum where two files share the name, and the lines unless they must not be told.</summary>
    public OriginSource Reference(ProvenanceSource source, bool withLines)
    {
        var name = _sharedNames.Contains(source.File) ? $"{source.File} ({Short(source.Sha256)})" : source.File;
        if (!withLines)
            return new OriginSource(null, name, "rader visas inte");
        return new OriginSource(null, name, source.Lines.Count == 0 ? "" : $"rad {PlainText.Lines(source.Lines)}");
    }

    private static IEnumerable<ProvenanceSource> Sources(SectionContent section)
    {
        var figures = section.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells)
            .SelectMany(cell => cell.Provenance?.Sources ?? []);
        var answers = section.Questions.SelectMany(question => question.Provenance.Sources);
        var decisions = section.Questions.Select(question => question.Override?.Source).OfType<ProvenanceSource>();
        return figures.Concat(answers).Concat(decisions);
    }
}
