namespace DigiSam.ColumnMappings;

/// <summary>Which of a file's columns is likely to be one of a table's, to have something chosen to begin with. A person looks at it before it is saved.</summary>
public static class ColumnGuess
{
    /// <summary>What systems call a table's columns; the first word that one column of the file alone has decides.</summary>
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["månad"] = ["månad", "period", "manad"],
        ["enhet"] = ["enhet", "arbetsplats", "org"],
        ["nämnd"] = ["nämnd", "politikområde"],
        ["befattning"] = ["befattning", "yrke", "titel", "aid"],
        ["kön"] = ["kön"],
        ["åldersgrupp"] = ["ålder"],
        ["antal"] = ["antal", "anställda", "personer"],
        ["ordinarie_timmar"] = ["ordinarie", "ord tid", "schemalagd", "arbetstid"],
        ["sjuk_timmar_1_14"] = ["1-14", "1_14", "kort"],
        ["sjuk_timmar_15"] = ["15", "lång"],
        ["sjuk_timmar_60"] = ["60"],
        ["händelsedatum"] = ["händelsedatum", "skadedatum", "inträffade", "när"],
        ["rapportdatum"] = ["rapport", "anmäl", "registrer"],
        ["hemenhet"] = ["hemenhet", "hemma", "tillhör"],
        ["händelseenhet"] = ["händelseenhet", "var"],
        ["slag"] = ["slag", "typ"],
        ["klarmarkerad"] = ["klar", "status", "avslut"],
    };

    /// <summary>The file's column by the table's, for those that can be guessed. No column of the file is guessed twice.</summary>
    /// <param name="header">The file's folded names.</param>
    public static IReadOnlyDictionary<string, string> Of(ImportTable table, IReadOnlyList<string> header)
    {
        var guessed = table.Columns.Where(header.Contains).ToDictionary(column => column);
        foreach (var column in table.Columns.Where(column => !guessed.ContainsKey(column)))
        {
            var left = header.Except(guessed.Values).ToList();
            var found = Words.GetValueOrDefault(column, [column.Replace('_', ' ')])
                .Select(word => left.Where(name => name.Contains(word, StringComparison.Ordinal)).ToList()).FirstOrDefault(names => names.Count == 1);
            if (found is [var only])
                guessed[column] = only;
        }

        return guessed;
    }
}
