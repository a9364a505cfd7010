namespace DigiSam.Metrics;

/// <summary>The groups that figures by sex come in, as they stand in files and forms.</summary>
internal static class PublishedGroups
{
    public const string All = "alla";

    public const string Women = "kvinnor";

    public const string Men = "män";

    public const string Sexes = "alla, kvinnor eller män";

    public static bool IsSex(string group) => group is All or Women or Men;
}
