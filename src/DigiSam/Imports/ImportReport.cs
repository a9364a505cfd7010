namespace DigiSam.Imports;

/// <summary>What an import did, or with a dry run would have done.</summary>
/// <param name="What">What the file was recognised as, in Swedish ("Sjukfrånvaro R12").</param>
/// <param name="AlreadyImported">The same file is what already holds; nothing was changed.</param>
/// <param name="Warnings">Contradictions and things to know, with line and rule; they do not stop the import.</param>
public sealed record ImportReport(
    string File,
    string What,
    int Rows,
    int Added,
    int Replaced,
    int Unchanged,
    bool AlreadyImported,
    IReadOnlyList<RowFault> Warnings);
