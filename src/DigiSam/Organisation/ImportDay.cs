using DigiSam.Imports;
using DigiSam.Language;

namespace DigiSam.Organisation;

/// <summary>The day that an import of the organisation holds from, and what may change on it.</summary>
internal sealed class ImportDay(DateOnly? given, bool first, FaultList faults)
{
    /// <summary>The first import holds since ever unless it names a day.</summary>
    public DateOnly Day => given ?? DateOnly.MinValue;

    /// <summary>The last day of what the import ends. Ask only when something began before <see cref="Day"/>.</summary>
    public DateOnly DayBefore => Day.AddDays(-1);

    /// <summary>The day as notes tell it.</summary>
    public string Words => SwedishDate.Short(Day);

    /// <summary>False, with a fault, when something changes and nobody has said from which day.</summary>
    public bool IsKnown(int line, string change)
    {
        if (first || given is not null)
            return true;
        faults.Add(line, $"{change}; ange dagen det gäller från (--valid-from)");
        return false;
    }

    /// <summary>False, with a fault, when what changes has a later history than the day.</summary>
    public bool IsNotBefore(DateOnly earliest, int line, string history)
    {
        if (given is null && !first)
            return false; // A fault says that the day is missing.
        if (Day >= earliest)
            return true;
        faults.Add(line, $"{history}; dagen det gäller från (--valid-from) är {Words} och ska vara {SwedishDate.Short(earliest)} eller senare");
        return false;
    }
}
