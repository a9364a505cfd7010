using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace DigiSam.Web;

/// <summary>
/// Protection keys that live as long as the process. Nothing protected with them has to outlive it while there is no
/// signing in, and the default would write them to the home folder of whoever runs the host.
/// </summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly Lock _lock = new();

    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_lock)
            return [.. _keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_lock)
            _keys.Add(element);
    }
}
