using System.Text;
using DigiSam.Imports;

namespace DigiSam.Tests.Imports;

/// <summary>Text that was taken for another code page before it was saved never becomes a name.</summary>
public sealed class MojibakeTests
{
    [Theory]
    [InlineData("FšrskolenŠmnden")]
    [InlineData("F”rskolen„mnden")]
    [InlineData("F√∂rskolen√§mnden")]
    [InlineData("FÃ¶rskolenÃ¤mnden")]
    [InlineData("„lta f”rskola")]
    [InlineData("™stra kommundelen")]
    [InlineData("…stra kommundelen")]
    [InlineData("„lta centrum")]
    [InlineData("€lta centrum")]
    public void A_name_with_signs_in_the_place_of_letters_is_refused_with_its_line(string name)
    {
        var refused = Assert.Throws<FileRefused>(() => FileText.Decode("fil.csv", Encoding.UTF8.GetBytes($"board\n{name}\n")));
        Assert.StartsWith("rad 2: ", Assert.Single(refused.Details), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Förskolan ”Ängen” – avdelning 3")]
    [InlineData("Café Étoile, 50 % … och 10 €")]
    [InlineData("Förskolan Šehić och Strauß")]
    [InlineData("Åsa Öberg’s skola · hus ½")]
    public void Ordinary_signs_are_left_alone(string name) =>
        Assert.Equal($"board\n{name}\n", FileText.Decode("fil.csv", Encoding.UTF8.GetBytes($"board\n{name}\n")));
}
