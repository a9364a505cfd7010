using System.Reflection;
using System.Text.Json;
using DigiSam.Access;
using DigiSam.Requests;

namespace DigiSam.Tests.Requests;

public sealed class SecretTests
{
    private static readonly string[] SecretWords = ["Password", "Secret", "Token", "Losenord"];

    [Fact]
    public void A_secret_gives_itself_out_only_when_asked()
    {
        var secret = new Secret("fyra gröna hästar");
        Assert.Equal("fyra gröna hästar", secret.Reveal());
        Assert.Equal("***", $"{secret}");
        Assert.Equal("""{"Inner":"***"}""", JsonSerializer.Serialize(new Holder(secret)));
        Assert.Equal("Holder { Inner = *** }", $"{new Holder(secret)}");
        Assert.Empty(typeof(Secret).GetProperties());
    }

    [Fact]
    public void No_request_carries_a_secret_as_plain_text()
    {
        var requests = RequestCatalogue.RequestsAmong(typeof(DigiSamServices).Assembly.GetTypes());
        Assert.Contains(typeof(AddUser), requests);
        Assert.Empty(requests.SelectMany(PlainSecrets));
        Assert.Equal(["PlantedPlain.NewPassword"], PlainSecrets(typeof(PlantedPlain)));
    }

    private static IEnumerable<string> PlainSecrets(Type request) =>
        request.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType != typeof(Secret) && Array.Exists(SecretWords, word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(property => $"{request.Name}.{property.Name}");

    private sealed record Holder(Secret Inner);

    private sealed record PlantedPlain(string NewPassword);
}
