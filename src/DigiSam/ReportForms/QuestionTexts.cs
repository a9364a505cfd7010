using System.Text.RegularExpressions;
using DigiSam.Language;

namespace DigiSam.ReportForms;

/// <summary>Finds a form's question or section by the wording that a file uses.</summary>
internal static class QuestionTexts
{
    public static FormQuestion? FindQuestion(this ReportForm form, string wording) =>
        form.Questions.FirstOrDefault(question => question.Aliases.Prepend(question.Text).Any(text => Fits(text, wording)));

    /// <summary>The section with this title or alias; the number that the report prints before it may stand there.</summary>
    public static FormSection? FindSection(this ReportForm form, string title)
    {
        var plain = title.TrimStart(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
        return form.Sections.FirstOrDefault(section => section.Aliases.Prepend(section.Title).Any(text => Fits(text, plain)));
    }

    /// <summary>Equal as names are compared; a * in the form's text stands for any words.</summary>
    private static bool Fits(string text, string wording)
    {
        var folded = SwedishText.Fold(wording);
        if (!text.Contains('*', StringComparison.Ordinal))
            return SwedishText.Fold(text) == folded;
        var pattern = Regex.Escape(SwedishText.Fold(text)).Replace(@"\*", ".+", StringComparison.Ordinal);
        return Regex.IsMatch(folded, $"^{pattern}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
