using DigiSam.Installation;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.ReportForms;

public sealed class ShippedDefinitionTests
{
    [Fact]
    public void Every_form_in_the_repository_is_shipped_and_valid()
    {
        var inRepository = Directory.EnumerateFiles(RepositoryFolder.Of("checklists", "arbetsmiljorapport"), "*.yaml").Select(Path.GetFileNameWithoutExtension).Order();
        Assert.Equal(inRepository, InstalledDefinitions.Read(RepositoryFolder.Of("checklists")).Forms.Select(form => $"{form.Year}"));
        Assert.Equal(inRepository, Installed.Definitions.Forms.Select(form => $"{form.Year}"));
        Assert.NotEmpty(inRepository);
    }

    [Fact]
    public void Every_provision_that_a_form_cites_holds_on_the_day_whose_organisation_reports()
    {
        var cited = Citations(Installed.Definitions).ToList();
        Assert.NotEmpty(cited);
        Assert.All(cited, citation => Assert.True(citation.Holds, citation.What));
    }

    [Fact]
    public void A_provision_that_does_not_hold_then_is_found()
    {
        using var definitions = new DefinitionsFolder();
        definitions.Replace(DefinitionsFolder.Form, "provisions: [aml-6-4]", "provisions: [afs-2023-1-6]");
        Assert.Equal(
            "arbetsmiljorapport/2024.yaml: bestämmelsen \"afs-2023-1-6\" gäller inte 2024-06-30, dagen som formuläret avser",
            $"{Assert.Single(definitions.Faults())}");
    }

    [Fact]
    public void Every_metric_in_a_form_comes_in_some_kind_of_published_file()
    {
        var metrics = Installed.Definitions.Metrics;
        var published = metrics.FileKinds.SelectMany(kind => kind.Rows.Values.Concat(kind.ValueColumns.Values)).ToHashSet();
        var asked = Installed.Definitions.Forms.SelectMany(form => form.Sections).SelectMany(section => section.Tables)
            .SelectMany(table => table.Rows.Select(row => row.Metric).Concat(table.Columns.Select(column => column.Metric))).OfType<string>().ToHashSet();
        Assert.NotEmpty(asked);
        Assert.Subset(published, asked);
    }

    private static IEnumerable<(string What, bool Holds)> Citations(InstalledDefinitions definitions) =>
        from form in definitions.Forms
        let day = form.Organisation.In(form.Year)
        from question in form.Questions
        from id in question.Provisions
        select ($"{id} for {question.Key} on {day:yyyy-MM-dd}", definitions.Provisions.TryGetValue(id, out var provision) && provision.HoldsOn(day));
}
