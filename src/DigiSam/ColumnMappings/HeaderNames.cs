using System.Text.RegularExpressions;
using DigiSam.Language;

namespace DigiSam.ColumnMappings;

/// <summary>Keeps persons out of choices of columns: a file without a header has a person in its first row, and some columns are about one.</summary>
internal static partial class HeaderNames
{
    private const int LongestName = 80;

    /// <summary>Whether the first row of a file is one of names. Numbers and days are no names, and addresses and sentences neither.</summary>
    /// <param name="header">Folded names.</param>
    public static bool AreNames(IReadOnlyList<string> header) => header.All(name => name.Length <= LongestName && !name.Contains('@', StringComparison.Ordinal) && (name.Length == 0 || name.Any(char.IsLetter)));

    /// <summary>Whether a column is called as one that points persons out.</summary>
    public static bool PointsOutPersons(string name) => Persons().IsMatch(SwedishText.Fold(name));

    [GeneratedRegex("^((för|efter|till|användar)?namn|namn .*|.*person.?(nr|nummer|id).*|anst.*(nr|nummer|id)|e-?post.*|e-?mail.*|signatur|anställd)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Persons();
}
