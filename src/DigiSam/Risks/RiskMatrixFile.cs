using DigiSam.DefinitionFiles;

namespace DigiSam.Risks;

/// <summary>Reads a matrix from <c>checklists/riskmatris/&lt;version&gt;.yaml</c>; an invalid file is refused with line and reason.</summary>
internal static class RiskMatrixFile
{
    public const string Kind = "risk-matrix";

    public static RiskMatrix Read(string path) => DefinitionFile.Read(path, Kind, (_, root) =>
    {
        var matrix = new RiskMatrix(
            root.Int("version") ?? 0, root.Text("title") ?? "", Steps(root, "likelihoods"), Steps(root, "consequences"), Levels(root));
        if (matrix.Version < 1 || Path.GetFileNameWithoutExtension(path) != $"{matrix.Version}")
            root.FaultAt("version", $"filen ska heta {matrix.Version}.yaml efter sin version, som är 1 eller högre");
        return matrix;
    });

    private static List<RiskMatrixStep> Steps(DefinitionMap root, string key)
    {
        var steps = new List<RiskMatrixStep>();
        foreach (var map in root.Maps(key))
        {
            var step = new RiskMatrixStep(map.Int("value") ?? 0, map.Text("name") ?? "", map.Text("help") ?? "");
            steps.Add(step);
            if (step.Value != steps.Count)
                map.Fault($"stegen i \"{key}\" ska vara 1–{RiskMatrix.Size} i ordning");
            map.End();
        }

        if (steps.Count != RiskMatrix.Size)
            root.FaultAt(key, $"\"{key}\" ska ha {RiskMatrix.Size} steg");
        return steps;
    }

    private static List<RiskLevel> Levels(DefinitionMap root)
    {
        var names = new DefinitionNames();
        var levels = new List<RiskLevel>();
        foreach (var map in root.Maps("levels"))
        {
            var level = new RiskLevel(
                map.Text("key", RiskLevel.LongestKey) ?? "", map.Text("name") ?? "", map.Int("from") ?? 0, map.Int("to") ?? 0, map.Text("advice") ?? "");
            names.Once(map, "key", "nivån", level.Key);
            if (level.To < level.From || (levels.Count > 0 && level.From <= levels[^1].To))
                map.Fault("nivåerna ska stå i ordning och inte gå in i varandra");
            levels.Add(level);
            map.End();
        }

        for (var likelihood = 1; likelihood <= RiskMatrix.Size; likelihood++)
        {
            for (var consequence = 1; consequence <= likelihood; consequence++)
            {
                if (!levels.Exists(level => level.From <= likelihood * consequence && likelihood * consequence <= level.To))
                    root.FaultAt("levels", $"ingen nivå täcker riskvärdet {likelihood * consequence}");
            }
        }

        return levels;
    }
}
