using DigiSam.Imports;

namespace DigiSam.Organisation;

/// <summary>What an import of the organisation changed, as the person who did it is told.</summary>
internal sealed class OrganisationReceipt
{
    private readonly HashSet<int> _lines = [];
    private readonly List<RowFault> _notes = [];

    /// <summary>False when the file says what already holds.</summary>
    public bool Changed { get; private set; }

    /// <summary>Places that got a successor under another name.</summary>
    public int Succeeded { get; private set; }

    public int RowsThatChanged => _lines.Count;

    public IReadOnlyList<RowFault> Notes => _notes;

    /// <summary>Something changed because of a line of the file, or (0) of the file as a whole.</summary>
    public void Change(int line)
    {
        Changed = true;
        if (line > 0)
            _lines.Add(line);
    }

    public void Success(int line, string note)
    {
        Change(line);
        Succeeded++;
        Note(note);
    }

    public void Note(string note) => _notes.Add(new RowFault(0, note));

    public void Note(int line, string note) => _notes.Add(new RowFault(line, note));
}
