using System.Security.Cryptography;
using System.Text;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Definitions;
using NJsonSchema;

namespace DigiSam.Tests.Workflows;

public sealed class DefinitionFileTests
{
    private static readonly string[] Files =
        Directory.GetFiles(RepositoryFolder.Of("workflows"), "*.json", SearchOption.AllDirectories);

    private static readonly string SamYear = RepositoryFolder.Of("workflows", "sam-year", "1.json");

    [Fact]
    public void Every_file_under_workflows_is_a_valid_definition()
    {
        Assert.NotEmpty(Files);

        Assert.All(Files, file => Assert.Empty(DefinitionReader.Read(file).Faults));
        Assert.All(Files, file => Assert.True(DefinitionReader.Read(file).IsValid));
    }

    [Fact]
    public async Task The_schema_accepts_every_file_that_the_reader_accepts()
    {
        var schema = await JsonSchema.FromFileAsync(RepositoryFolder.Of("docs", "schema", "workflow-1.schema.json"));
        Assert.NotEmpty(Files);

        Assert.All(Files, file => Assert.Empty(schema.Validate(File.ReadAllText(file))));
    }

    [Fact]
    public void The_content_hash_is_the_sha_256_of_the_bytes_of_the_file()
    {
        Assert.Equal(Sha256(File.ReadAllBytes(SamYear)), DefinitionReader.Read(SamYear).Definition?.ContentHash);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault_and_counts_in_the_hash()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + File.ReadAllText(SamYear));

        var reading = DefinitionReader.Read(SamYear, Encoding.UTF8.GetString(bytes));

        Assert.Equal(Sha256(bytes), reading.Definition?.ContentHash);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();
}
