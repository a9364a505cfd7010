using DigiSam.Language;
using FluentValidation.Internal;
using FluentValidation.Resources;

namespace DigiSam.Tests.Language;

/// <summary>What is said of a value when its rule has no words of its own.</summary>
public sealed class SwedishFaultsTests
{
    private static readonly ILanguageManager Faults = new SwedishFaults();

    [Theory]
    [InlineData("NotEmptyValidator", "Titeln saknas. Fyll i eller välj.")]
    [InlineData("MaximumLengthValidator", "Titeln får ha högst 200 tecken; nu är det 214.")]
    [InlineData("EnumValidator", "Titeln: välj ett av alternativen.")]
    public void A_fault_says_what_to_do(string rule, string message)
    {
        var formatter = new MessageFormatter().AppendPropertyName("Titeln").AppendArgument("MaxLength", 200).AppendArgument("TotalLength", 214);
        Assert.Equal(message, formatter.BuildMessage(Faults.GetString(rule)));
    }
}
