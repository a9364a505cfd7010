namespace DigiSam.Web.Risks;

/// <summary>A category as the chart draws it. Crosses into the interactive part as data.</summary>
public sealed record CategoryBar(string Category, IReadOnlyDictionary<string, int> ByLevel);

/// <summary>A level's key and what it is called.</summary>
public sealed record LevelName(string Key, string Name);
