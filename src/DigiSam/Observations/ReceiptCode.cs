using System.Security.Cryptography;

namespace DigiSam.Observations;

/// <summary>What an anonymous reporter follows an observation with: ten signs that are not mistaken for each other.</summary>
public static class ReceiptCode
{
    private const string Signs = "BCDFGHJKMNPQRTVWXY346789";

    internal static string New() => RandomNumberGenerator.GetString(Signs, 10);

    /// <summary>"BCDFG-HJKMN", as it is shown.</summary>
    public static string Show(string code) => code.Length == 10 ? $"{code[..5]}-{code[5..]}" : code;

    /// <summary>The code as it is kept, however it was written down.</summary>
    internal static string Read(string written) => new([.. written.ToUpperInvariant().Where(char.IsLetterOrDigit)]);
}
