using DigiSam.Tests.Support;

namespace DigiSam.Tests.ReportForms;

/// <summary>One fault at a time in copies of the shipped files: each is told with file, line and reason.</summary>
public sealed class FaultyDefinitionTests
{
    private const string Form = DefinitionsFolder.Form;

    private const string Metrics = "metrics.yaml";

    private const string Provisions = "provisions.yaml";

    /// <summary>File, text to replace, what with, how many lines below the text the fault is, and its reason.</summary>
    public static TheoryData<string, string, string, int, string> Faults => new()
    {
        { Form, "title: Sjukfrånvaro\n", "titel: Sjukfrånvaro\n", 0, "okänd nyckel \"titel\"" },
        { Form, "title: Sjukfrånvaro\n", "titel: Sjukfrånvaro\n", -1, "nyckeln \"title\" saknas" },
        { Form, "    text: optional", "    colour: blue", 0, "okänd nyckel \"colour\"" },
        { Form, "key: arbetsmiljorapport\n", "", -2, "nyckeln \"key\" saknas" },
        { Form, "year: 2024", "year: nästa", 0, "\"year\" ska vara ett heltal, inte \"nästa\"" },
        { Form, "year: 2024", "year: 2025", 0, "filen ska heta arbetsmiljorapport/2025.yaml" },
        { Form, "format: 1", "format: 2", 0, "format 2 är okänt" },
        { Form, "kind: report-form", "kind: metrics", 0, "kind är \"metrics\" men här väntades \"report-form\"" },
        { Form, "kind: report-form", "", -1, "nyckeln \"kind\" saknas" },
        { Form, "metric: near-misses", "metric: near-miss", 0, "måttet \"near-miss\" finns inte" },
        { Form, "order-by: sick-leave-total", "order-by: sick-leaf", 0, "måttet \"sick-leaf\" finns inte" },
        { Form, "metric: share-women", "metric: share-of-women", 0, "måttet \"share-of-women\" finns inte" },
        { Form, "rule: any", "rule: some", 0, "\"rule\" ska vara en av all, any, share, inte \"some\"" },
        { Form, "provisions: [aml-6-4]", "provisions: [aml-6-44]", 0, "bestämmelsen \"aml-6-44\" finns inte" },
        { Form, "key: routines-followed", "key: investigation-done", 0, "frågan \"investigation-done\" finns 2 gånger" },
        { Form, "text: Har skyddsombud medverkat?", "text: har  rapporteringen fungerat enligt den kommungemensamma rutinen?", 0, "lydelsen \"har  rapporteringen" },
        { Form, "title: Personalomsättning\n", "title: Arbetsmiljöronder/Arbetsmiljöarbete\n", 38, "rubriken \"Arbetsmiljöronder/Arbetsmiljöarbete\" finns 2 gånger" },
        { Form, "key: summary", "key: previous-measures", 0, "avsnittet \"previous-measures\" finns 2 gånger" },
        { Form, "key: turnover\n        title", "key: overtime\n        title", 17, "tabellen \"overtime\" finns 2 gånger" },
        { Form, "no-to: 0.1", "no-to: 0.95", -1, "trösklarna" },
        { Form, "yes-from: 0.9", "yes-from: 90", 0, "trösklarna" },
        { Form, "enough: 0.8", "enough: åtta", 0, "\"enough\" ska vara ett tal" },
        { Form, "  yes-from: 0.9", "\tyes-from: 0.9", 0, "indragen med tabb" },
        { Form, "rule: any", "rule: any\n        rule: all", 1, "ogiltig YAML" },
        { Form, "sections:", "sections: [}", 0, "ogiltig YAML" },
        { Form, "date: 06-30", "date: 06-31", 0, "\"organisation\" ska ha year" },
        { Form, "ends-month: 12", "ends-month: 13", 0, "månad 1–12" },
        { Form, "text: required", "text: maybe", 0, "\"text\" ska vara en av required, optional" },
        { Form, "group: kvinnor", "group: barn", 0, "group ska vara alla, kvinnor eller män" },
        { Form, "fact: true", "fact: ja", 0, "\"fact\" ska vara true eller false" },
        { Form, "{ show: comparison, label", "{ show: current, label", -1, "finns två gånger" },
        { Form, "optional: true\n        positions: { order-by: sick-leave-total }", "optional: true", -3, "ange antingen rows eller positions" },
        { Form, "aliases: [Vidarefördelning och certifiering]", "aliases: Vidarefördelning", 0, "\"aliases\" ska vara en lista av texter" },
        { Form, "sections:\n", "sections:\n  - bara text\n", 1, "ska bestå av poster med nycklar" },
        { Form, "title: Sammanfattande bedömning och analys", "[title, text]: Sammanfattande bedömning och analys", 0, "okänd nyckel" },
        { Metrics, "unit: hours", "unit: days", 0, "\"unit\" ska vara en av" },
        { Metrics, "key: near-misses", "key: work-injuries", 0, "måttet \"work-injuries\" finns två gånger" },
        { Metrics, "total: sick-leave-total\n      totalt", "total: sick-leaves\n      totalt", 0, "pekar på måttet \"sick-leaves\" som inte finns" },
        { Metrics, "total: extra-hours", "total: all-hours", -2, "måttet \"all-hours\" finns inte" },
        { Metrics, "rule: between-sexes", "rule: between", 0, "\"rule\" ska vara en av sum, between-sexes" },
        { Metrics, "      total: sick-leave-total", "      ? [total]\n      : sick-leave-total", 1, "ska vara en text" },
        { Provisions, "validFrom: 2025-01-01", "validFrom: 2025-13-01", 0, "\"validFrom\" ska vara ett datum" },
        { Provisions, "id: afs-2023-1-2", "id: afs-2023-1-1", 0, "\"afs-2023-1-1\" finns två gånger" },
        { Provisions, "heading: Medverkan", "headings: Medverkan", 0, "okänd nyckel \"headings\"" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_fault_is_told_with_file_line_and_reason(string file, string text, string with, int below, string reason)
    {
        using var definitions = new DefinitionsFolder();
        var line = definitions.Replace(file, text, with) + below;

        var faults = definitions.Faults();

        Assert.Contains(faults, fault => fault.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Contains($"{Path.GetFileName(file)} rad {line}: ", faults.Where(fault => fault.Reason.Contains(reason, StringComparison.Ordinal)).Select(fault => $"{fault}"[..($"{fault}".IndexOf(": ", StringComparison.Ordinal) + 2)]));
    }

    [Fact]
    public void A_form_of_another_format_or_kind_has_that_fault_alone()
    {
        using var definitions = new DefinitionsFolder();
        definitions.Replace(Form, "format: 1", "format: 7");
        Assert.Equal("2024.yaml rad 3: format 7 är okänt; den här versionen läser format 1", $"{Assert.Single(definitions.Faults())}");
    }

    [Fact]
    public void All_faults_of_all_files_are_told_at_once()
    {
        using var definitions = new DefinitionsFolder();
        File.Copy(definitions.PathOf(Form), definitions.PathOf("arbetsmiljorapport/2026.yaml"));
        var first = definitions.Replace(Form, "rule: any", "rule: some");
        var second = definitions.Replace(Form, "metric: near-misses", "metric: near-miss");
        Assert.Equal(
            [$"2024.yaml rad {second}", $"2024.yaml rad {first}", "2026.yaml rad 6"],
            definitions.Faults().Select(fault => $"{fault}".Split(':')[0]));
    }

    [Theory]
    [InlineData("", "ett enda YAML-dokument")]
    [InlineData("- ett\n- två\n", "ett enda YAML-dokument")]
    [InlineData("format: 1\n---\nformat: 1\n", "ett enda YAML-dokument")]
    [InlineData("bara text", "ett enda YAML-dokument")]
    public void A_file_that_is_no_form_is_refused(string content, string reason)
    {
        using var definitions = new DefinitionsFolder();
        File.WriteAllText(definitions.PathOf(Form), content);
        var fault = Assert.Single(definitions.Faults());
        Assert.Equal(("2024.yaml", 1L), (fault.File, fault.Line));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_in_another_encoding_is_refused()
    {
        using var definitions = new DefinitionsFolder();
        File.WriteAllBytes(definitions.PathOf(Form), TableForm.Bytes("windows-1252", File.ReadAllText(definitions.PathOf(Form))));
        Assert.Equal("2024.yaml rad 1: filen är inte UTF-8", $"{Assert.Single(definitions.Faults())}");
    }

    [Theory]
    [InlineData(Metrics)]
    [InlineData(Provisions)]
    public void A_file_that_is_not_there_is_a_fault(string file)
    {
        using var definitions = new DefinitionsFolder();
        File.Delete(definitions.PathOf(file));
        Assert.Single(definitions.Faults());
    }

    [Fact]
    public void No_report_form_at_all_is_a_fault()
    {
        using var definitions = new DefinitionsFolder();
        foreach (var form in Directory.GetFiles(Path.GetDirectoryName(definitions.PathOf(Form))!))
            File.Delete(form);
        Assert.Single(definitions.Faults());
    }

    [Theory]
    [InlineData("derived: rounds-held", "derived: gissning", "ska vara en av rounds-held")]
    [InlineData("facts: [measures]", "facts: [rykten]", "\"rykten\" ska vara en av rounds")]
    [InlineData("records: { year: -1 }", "", "\"records\" saknas")]
    public void A_form_that_takes_from_the_records_says_how_and_of_which_year(string find, string put, string fault)
    {
        using var definitions = new DefinitionsFolder();
        definitions.Replace("arbetsmiljorapport/2025.yaml", find, put);
        Assert.Contains(fault, $"{Assert.Single(definitions.Faults())}", StringComparison.Ordinal);
    }
}
