using System.Xml.Linq;
using DigiSam.Access;
using DigiSam.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace DigiSam.Web.Access;

/// <summary>
/// Keeps the keys that cookies are protected with among the other rows: a restart signs nobody out. A restore removes them.
/// The framework asks at start and writes a new key every third month.
/// </summary>
internal sealed class KeysInDatabase(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        return [.. database.ProtectionKeys.OrderBy(key => key.MadeAt).Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        database.ProtectionKeys.Add(new ProtectionKey
        {
            Id = Guid.CreateVersion7(),
            MadeAt = clock.GetUtcNow(),
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
        });

        // The framework's interface is synchronous; the gate is held for moments.
        using var turn = gate.Enter(CancellationToken.None).GetAwaiter().GetResult();
        database.SaveChanges();
    }
}
