using DigiSam.Demo.Writing;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Demo;

public sealed class TableOrderTests
{
    [Fact]
    public async Task Each_table_lies_deeper_than_all_that_its_rows_refer_to()
    {
        await using var installed = await Installed.Create();
        var depths = await installed.InDatabase(database => Task.FromResult(TableOrder.Of(database.Model)));
        var references = depths.Keys.SelectMany(table => table.ForeignKeyConstraints).Where(reference => reference.PrincipalTable != reference.Table).ToList();
        Assert.True(references.Count > 50);
        Assert.All(references, reference => Assert.True(
            depths[reference.Table] > depths[reference.PrincipalTable], $"{reference.Table.Name} before {reference.PrincipalTable.Name}"));
    }
}
