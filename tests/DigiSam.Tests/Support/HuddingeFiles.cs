namespace DigiSam.Tests.Support;

/// <summary>The published files of a real municipality (see their README).</summary>
internal static class HuddingeFiles
{
    public static IReadOnlyList<string> PublishedValues { get; } =
        ["sick-leave-r12.csv", "turnover-r12.csv", "overtime-r12.csv", "incidents-2024.csv", "sick-leave-by-position-2024-04.csv"];

    public static byte[] Organisation => Read("organisation.csv");

    public static byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Files", "huddinge", name);
}
