using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Risks;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Risks;

public sealed class RiskMatrixTests
{
    private const string File = "riskmatris/1.yaml";

    /// <summary>A change in a copy of the real file, and the reason it is refused with.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "{ value: 2, name: Mindre", "{ value: 3, name: Mindre", "1–4 i ordning" },
        { "  - { value: 4, name: Mycket sannolik, help: \"Händer varje månad eller oftare, eller väntas hända snart.\" }\n", "", "ska ha 4 steg" },
        { "key: medium", "key: low", "finns 2 gånger" },
        { "from: 8, to: 12", "from: 9, to: 12", "ingen nivå täcker riskvärdet 8" },
        { "from: 8, to: 12", "from: 6, to: 12", "inte gå in i varandra" },
        { "version: 1", "version: 2", "2.yaml" },
        { "advice: \"Planera", "råd: \"Planera", "okänd nyckel \"råd\"" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void An_invalid_matrix_stops_with_file_line_and_reason(string right, string wrong, string reason)
    {
        using var folder = new DefinitionsFolder();
        folder.Replace(File, right, wrong);
        Assert.Contains(folder.Faults(), fault => fault is { File: "1.yaml", Line: > 0 } && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void An_installation_has_a_matrix()
    {
        using var folder = new DefinitionsFolder();
        System.IO.File.Delete(folder.PathOf(File));
        Assert.Contains(folder.Faults(), fault => fault.Reason == "ingen riskmatris finns");
    }

    [Fact]
    public async Task A_new_matrix_changes_no_old_value_and_holds_for_what_is_assessed_after()
    {
        using var folder = new DefinitionsFolder();
        System.IO.File.WriteAllText(
            folder.PathOf("riskmatris/2.yaml"),
            System.IO.File.ReadAllText(folder.PathOf(File)).Replace("version: 1", "version: 2", StringComparison.Ordinal)
                .Replace("name: Låg, from: 1, to: 3", "name: Liten, from: 1, to: 6", StringComparison.Ordinal)
                .Replace("  - { key: medium, name: Måttlig, from: 4, to: 6, advice: \"Planera en åtgärd i år.\" }\n", "", StringComparison.Ordinal));
        var (first, second) = (InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder), folder.Read());
        Assert.Equal((1, 2), (first.Matrix.Version, second.Matrix.Version));

        await using var schools = await TwoSchools.Create(second);
        var risk = await schools.Risk();
        await schools.Installed.InDatabase(async database =>
        {
            // As it was done while the first matrix was the newest.
            (await database.Risks.Include(kept => kept.Assessments).Include(kept => kept.Events).SingleAsync()).Assess(
                Guid.CreateVersion7(), first.Matrix, 2, 3, serious: false, "Bedömd förr", schools.Manager, TwoSchools.Today.AddYears(-1), schools.Installed.Clock.GetUtcNow().AddYears(-1));
            return await database.SaveChangesAsync();
        });
        Assert.Equal("Måttlig", Assert.Single((await schools.AsManager(new ListRisks(schools.Birch, new RiskFilter()))).Rows).Level);

        await schools.AsManager(new AssessRisk(schools.Birch, risk, Guid.CreateVersion7(), 2, 3, false, "Som förr"));
        var read = await schools.AsManager(new ReadRisk(schools.Birch, risk));
        Assert.Equal([(6, "Liten", 2), (6, "Måttlig", 1)], read.Assessments.Select(made => (made.Value, made.Level, made.MatrixVersion)));
        Assert.Equal("Liten", Assert.Single((await schools.AsManager(new ListRisks(schools.Birch, new RiskFilter()))).Rows).Level);
        Assert.Equal(["Tillagd", "Bedömd till 6 Måttlig", "Bedömd till 6 Liten"], read.History.Select(entry => entry.What));
    }

    [Fact]
    public async Task The_matrix_is_read_by_those_who_read_risks()
    {
        await using var schools = await TwoSchools.Create();
        Assert.Equal(4, (await schools.As(schools.SafetyRep, new ReadRiskMatrix())).Levels.Count);
        await schools.Denied(schools.Employee, new ReadRiskMatrix());
        await schools.Denied(await schools.Installed.PersonWith(Role.Administrator, schools.Municipality), new ReadRiskMatrix());
    }
}
