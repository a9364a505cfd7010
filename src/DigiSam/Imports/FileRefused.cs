using DigiSam.Language;
using DigiSam.Requests;

namespace DigiSam.Imports;

/// <summary>A fault in a file: the line (1 is the header; 0 when it concerns the whole file) and the Swedish reason.</summary>
public sealed record RowFault(int Line, string Reason)
{
    public override string ToString() => Line > 0 ? $"rad {Line}: {Reason}" : Reason;
}

/// <summary>A file was refused with every fault that was found. Nothing of it is imported.</summary>
public sealed class FileRefused(string file, IReadOnlyList<RowFault> faults)
    : BrokenRule($"{file}: inget importerades. Rätta {(faults.Count == 1 ? "felet" : faults.Count > FaultList.Most ? $"felen (fler än {SwedishNumber.Show(FaultList.Most, 0)}; resten av filen lästes inte)" : $"de {faults.Count} felen")} och importera filen igen.")
{
    /// <summary>So many lines are told; who has more to mend mends those first.</summary>
    private const int MostDetails = 1500;

    public IReadOnlyList<RowFault> Faults { get; } = faults;

    /// <summary>Every faulty row by line; a reason that many rows share is said once, with all their lines.</summary>
    public override IReadOnlyList<string> Details { get; } = Cut(
    [
        .. faults.GroupBy(fault => fault.Reason)
            .SelectMany(alike => alike.Count() < ManyRows ? alike.Select(fault => (fault.Line, Text: $"{fault}")) : [(alike.Min(fault => fault.Line), Together(alike))])
            .OrderBy(detail => detail.Line).Select(detail => detail.Text),
    ]);

    private const int ManyRows = 4;

    private static IReadOnlyList<string> Cut(IReadOnlyList<string> details) => details.Count <= MostDetails
        ? details
        : [.. details.Take(MostDetails), $"… och {SwedishNumber.Show(details.Count - MostDetails, 0)} fel till av andra slag"];

    private static string Together(IGrouping<string, RowFault> alike) =>
        $"rad {string.Join(", ", NumberRanges.Of(alike.Select(fault => fault.Line)))}: {alike.Key}";
}

/// <summary>Collects the faults of a file, so that a person sees all of them at once.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<RowFault> _faults = [];
    private readonly HashSet<RowFault> _known = [];

    /// <summary>Beyond this a file is not worth reading further: it is another file than it was taken for.</summary>
    public const int Most = 10_000;

    public bool IsFull => _faults.Count > Most;

    public int Count => _faults.Count;

    public bool None => _faults.Count == 0;

    /// <summary>Adds a fault once, however many columns of the row show it.</summary>
    public void Add(int line, string reason)
    {
        var fault = new RowFault(line, reason);
        if (_known.Add(fault))
            _faults.Add(fault);
    }

    /// <summary>Fails with <see cref="FileRefused"/>, and all faults so far, if the header is at fault: no row can be read by it.</summary>
    public void ThrowIfHeader()
    {
        if (_faults.Exists(fault => fault.Line <= 1))
            ThrowIfAny();
    }

    /// <summary>Fails with <see cref="FileRefused"/> if any fault was found.</summary>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
            throw new FileRefused(file, _faults);
    }
}
