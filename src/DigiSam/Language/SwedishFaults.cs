using System.Globalization;
using FluentValidation.Resources;

namespace DigiSam.Language;

/// <summary>What a validator says when its rule says nothing of its own: which part is wrong, and what to do about it.</summary>
internal sealed class SwedishFaults : LanguageManager
{
    private const string Swedish = "sv";

    public SwedishFaults()
    {
        Culture = CultureInfo.GetCultureInfo("sv-SE");
        foreach (var missing in new[] { "NotEmptyValidator", "NotNullValidator" })
            AddTranslation(Swedish, missing, "{PropertyName} saknas. Fyll i eller välj.");
        AddTranslation(Swedish, "MaximumLengthValidator", "{PropertyName} får ha högst {MaxLength} tecken; nu är det {TotalLength}.");
        AddTranslation(Swedish, "MinimumLengthValidator", "{PropertyName} ska ha minst {MinLength} tecken; nu är det {TotalLength}.");
        AddTranslation(Swedish, "LengthValidator", "{PropertyName} ska ha mellan {MinLength} och {MaxLength} tecken; nu är det {TotalLength}.");
        AddTranslation(Swedish, "InclusiveBetweenValidator", "{PropertyName} ska vara mellan {From} och {To}.");
        AddTranslation(Swedish, "GreaterThanValidator", "{PropertyName} ska vara mer än {ComparisonValue}.");
        AddTranslation(Swedish, "GreaterThanOrEqualValidator", "{PropertyName} ska vara minst {ComparisonValue}.");
        AddTranslation(Swedish, "LessThanValidator", "{PropertyName} ska vara mindre än {ComparisonValue}.");
        AddTranslation(Swedish, "LessThanOrEqualValidator", "{PropertyName} får vara högst {ComparisonValue}.");
        AddTranslation(Swedish, "EnumValidator", "{PropertyName}: välj ett av alternativen.");
    }
}
