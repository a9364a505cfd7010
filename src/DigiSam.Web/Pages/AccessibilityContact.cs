namespace DigiSam.Web.Pages;

/// <summary>Whom to tell that something cannot be used: what stands under <c>Contact:Accessibility</c>, as words and as a link when it is one.</summary>
internal sealed record AccessibilityContact(string Words, string? Link)
{
    public const string Setting = "Contact:Accessibility";

    /// <summary>A mail address, a web address (http or https) or words such as a telephone number; null when nothing is set.</summary>
    public static AccessibilityContact? From(IConfiguration configuration)
    {
        if (configuration[Setting]?.Trim() is not { Length: > 0 } words)
            return null;
        if (Uri.TryCreate(words, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
            return new AccessibilityContact(words, address.AbsoluteUri);
        return new AccessibilityContact(words, IsMail(words) ? $"mailto:{words}" : null);
    }

    private static bool IsMail(string words) => words.IndexOf('@', StringComparison.Ordinal) > 0 && !words.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>' or '?' or ':');
}
