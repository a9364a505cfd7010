using System.Text.RegularExpressions;
using DigiSam.Language;

namespace DigiSam.ReportForms;

/// <summary>Finds a form's question or section by the wording that a file uses.</summary>
internal static class QuestionTexts
{
    public static FormQuestion? FindQuestion(this ReportForm form, string wording) =>
        form.Questions.FirstOrDefault(question => question.Aliases.Prepend(question.Text).Any(text => Fits(text, wording)));

    public static FormSection? FindSection(this ReportForm form, string title) =>
        form.Sections.FirstOrDefault(section => section.Aliases.Prepend(section.Title).Any(text => Fits(text, title)));

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
