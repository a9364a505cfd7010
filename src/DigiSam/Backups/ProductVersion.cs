using System.Reflection;

namespace DigiSam.Backups;

/// <summary>The version of this program.</summary>
internal static class ProductVersion
{
    /// <summary>"0.1.0".</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
