using System.Globalization;
using DigiSam.Language;
using FsCheck.Xunit;

namespace DigiSam.Tests.Language;

public sealed class SwedishTextTests
{
    [Fact]
    public void Sort_keys_order_names_as_the_Swedish_alphabet_does()
    {
        string[] inOrder = ["Adolfsberg", "Bygglov", "Café", "Étage", "Müller", "Myran", "Mård", "Växjö", "Zon", "Åbrinken", "Älta", "Ängen", "Örby"];
        var shuffled = inOrder.Reverse().OrderBy(SwedishText.SortKey, StringComparer.Ordinal);
        Assert.Equal(inOrder, shuffled);
    }

    [Fact]
    public void Sort_keys_agree_with_Swedish_collation_where_the_machine_has_it()
    {
        var swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;
        string[] names = ["Förskolenämnden", "Grundskolenämnden", "Natur- och stadsmiljönämnden", "Socialnämnden", "Vård- och omsorgsnämnden", "Äldrenämnden", "Ålands", "Överförmyndarnämnden", "Arenan", "Ängsö"];
        Assert.Equal(
            names.Order(Comparer<string>.Create((one, other) => swedish.Compare(one, other, CompareOptions.IgnoreCase))),
            names.OrderBy(SwedishText.SortKey, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("KULTUR- OCH  FRITIDSNÄMNDEN", "kultur- och fritidsnämnden")]
    [InlineData("Kultur– och\u00A0fritidsnämnden ", "kultur- och fritidsnämnden")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("A\u030Angstro\u0308m", "ångström")]
    public void Names_that_look_the_same_fold_to_the_same(string name, string folded) => Assert.Equal(folded, SwedishText.Fold(name));

    [Fact]
    public void Folding_keeps_letters_that_are_letters_of_their_own() =>
        Assert.Equal(3, new[] { "Vara", "Våra", "Vära" }.Select(SwedishText.Fold).Distinct().Count());

    [Property]
    public bool Folding_twice_changes_nothing_more(FsCheck.NonNull<string> text) =>
        SwedishText.Fold(SwedishText.Fold(text.Get)) == SwedishText.Fold(text.Get);
}
