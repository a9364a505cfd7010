using DigiSam.Persistence;
using DigiSam.Requests;

namespace DigiSam.SchoolYears;

/// <summary>
/// The terms of a school year (läsår) for a place and everything below it that has stated none of its own: autumn term, spring term and the breaks within them.
/// A place may instead state that it follows none.
/// </summary>
public sealed class SchoolYear : IRevised
{
    public const int MostBreaks = 8;

    private readonly List<SchoolBreak> _breaks = [];

    private SchoolYear()
    {
    }

    /// <summary>A school year that states nothing yet.</summary>
    /// <param name="startYear">The year that the autumn term lies in.</param>
    public SchoolYear(Guid id, Guid placeId, int startYear)
    {
        Id = id;
        PlaceId = placeId;
        StartYear = startYear;
    }

    public Guid Id { get; private init; }

    public Guid PlaceId { get; private init; }

    public int StartYear { get; private init; }

    /// <summary>The first day of the autumn term; null, as the other three, when the place follows no school year.</summary>
    public DateOnly? AutumnFrom { get; private set; }

    public DateOnly? AutumnTo { get; private set; }

    public DateOnly? SpringFrom { get; private set; }

    public DateOnly? SpringTo { get; private set; }

    public IReadOnlyList<SchoolBreak> Breaks => _breaks;

    public int Rev { get; private set; }

    /// <summary>"2026/27".</summary>
    public string Name => NameOf(StartYear);

    /// <summary>"2026/27" of 2026.</summary>
    public static string NameOf(int startYear) => $"{startYear}/{(startYear + 1) % 100:00}";

    /// <summary>
    /// States the terms, or that there are none. Fails with <see cref="TermsAreNotInOrder"/>, <see cref="TermsLieInAnotherYear"/>,
    /// <see cref="BreakLiesOutsideTheTerms"/>, <see cref="BreaksOverlap"/> or <see cref="TooManyBreaks"/>.
    /// </summary>
    public void State(Terms? terms)
    {
        if (terms is not null)
            Check(terms);
        (AutumnFrom, AutumnTo, SpringFrom, SpringTo) = (terms?.AutumnFrom, terms?.AutumnTo, terms?.SpringFrom, terms?.SpringTo);
        _breaks.Clear();
        foreach (var one in terms?.Breaks ?? [])
            _breaks.Add(new SchoolBreak(Id, one));
    }

    /// <summary>What is stated; null when the place follows no school year. The breaks must have been loaded.</summary>
    public Terms? AsTerms() => this is { AutumnFrom: { } autumnFrom, AutumnTo: { } autumnTo, SpringFrom: { } springFrom, SpringTo: { } springTo }
        ? new Terms(autumnFrom, autumnTo, springFrom, springTo, [.. _breaks.OrderBy(one => one.From).Select(one => new TermBreak(one.Name, one.From, one.To))])
        : null;

    /// <summary>The same for the place that continues this one under another name from the day; null when the year is over by then.</summary>
    public SchoolYear? For(Guid successorId, DateOnly from)
    {
        if (new DateOnly(StartYear + 1, 7, 31) < from)
            return null;
        var year = new SchoolYear(Guid.CreateVersion7(), successorId, StartYear);
        year.State(AsTerms());
        return year;
    }

    /// <summary>Whether it states the same already.</summary>
    internal bool Says(Terms? terms) =>
        (AutumnFrom, AutumnTo, SpringFrom, SpringTo) == (terms?.AutumnFrom, terms?.AutumnTo, terms?.SpringFrom, terms?.SpringTo)
        && _breaks.Select(one => new TermBreak(one.Name, one.From, one.To)).ToHashSet().SetEquals(terms?.Breaks ?? []);

    private void Check(Terms terms)
    {
        if (terms.AutumnTo < terms.AutumnFrom || terms.SpringFrom <= terms.AutumnTo || terms.SpringTo < terms.SpringFrom)
            throw new TermsAreNotInOrder();
        if (terms.AutumnFrom < new DateOnly(StartYear, 7, 1) || terms.AutumnTo > new DateOnly(StartYear, 12, 31)
            || terms.SpringFrom < new DateOnly(StartYear + 1, 1, 1) || terms.SpringTo > new DateOnly(StartYear + 1, 6, 30))
        {
            throw new TermsLieInAnotherYear(StartYear);
        }

        if (terms.Breaks.Count > MostBreaks)
            throw new TooManyBreaks();
        var breaks = terms.Breaks.OrderBy(one => one.From).ToList();
        foreach (var one in breaks)
        {
            if (one.To < one.From || !((terms.AutumnFrom <= one.From && one.To <= terms.AutumnTo) || (terms.SpringFrom <= one.From && one.To <= terms.SpringTo)))
                throw new BreakLiesOutsideTheTerms(one.Name);
        }

        if (breaks.Zip(breaks.Skip(1)).FirstOrDefault(pair => pair.Second.From <= pair.First.To) is { Second: { } second })
            throw new BreaksOverlap(second.Name);
    }
}

/// <summary>A break (lov) within a term, both days included.</summary>
public sealed class SchoolBreak
{
    public const int LongestName = 60;

    private SchoolBreak()
    {
    }

    internal SchoolBreak(Guid schoolYearId, TermBreak one)
    {
        Id = Guid.CreateVersion7();
        SchoolYearId = schoolYearId;
        (Name, From, To) = (one.Name, one.From, one.To);
    }

    public Guid Id { get; private init; }

    public Guid SchoolYearId { get; private init; }

    public string Name { get; private init; } = "";

    public DateOnly From { get; private init; }

    public DateOnly To { get; private init; }
}

/// <summary>The days of two terms and the breaks within them.</summary>
public sealed record Terms(DateOnly AutumnFrom, DateOnly AutumnTo, DateOnly SpringFrom, DateOnly SpringTo, IReadOnlyList<TermBreak> Breaks);

public sealed record TermBreak(string Name, DateOnly From, DateOnly To);

/// <summary>A term ends after it begins, and the spring comes after the autumn.</summary>
public sealed class TermsAreNotInOrder() : BrokenRule("Terminerna slutar före de börjar, eller vårterminen börjar före höstterminen är slut. Kontrollera de fyra datumen.");

/// <summary>The terms lie in the school year that they are stated for.</summary>
public sealed class TermsLieInAnotherYear(int startYear)
    : BrokenRule($"Läsåret {SchoolYear.NameOf(startYear)} har sin hösttermin mellan 1 juli och 31 december {startYear} och sin vårtermin mellan 1 januari och 30 juni {startYear + 1}. Kontrollera datumen.");

/// <summary>A break lies within one term.</summary>
public sealed class BreakLiesOutsideTheTerms(string name) : BrokenRule($"{name} ligger inte inom en termin, eller slutar före det börjar. Kontrollera datumen.");

/// <summary>A day lies in one break.</summary>
public sealed class BreaksOverlap(string name) : BrokenRule($"{name} börjar före lovet innan är slut. Kontrollera datumen.");

/// <summary>A school year has a handful of breaks.</summary>
public sealed class TooManyBreaks() : BrokenRule($"Ett läsår kan ha högst {SchoolYear.MostBreaks} lov här. Slå ihop dem som hör ihop.");

/// <summary>A place states each school year once.</summary>
public sealed class SchoolYearIsStated(string place, int startYear)
    : BrokenRule($"{place} har redan läsåret {SchoolYear.NameOf(startYear)}. Ändra det i stället.");

/// <summary>There is no such school year in the place.</summary>
public sealed class SchoolYearIsUnknown() : BrokenRule("Läsåret finns inte här. Det kan ha tagits bort. Läs in sidan igen.");
