using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Installation;

/// <summary>
/// What the municipality is called, for pages that say whose they are to anyone. Not a request: the one who reads may not have
/// signed in, and the name is no secret.
/// </summary>
public sealed class MunicipalityName(DigiSamContext database)
{
    public Task<string> Read(CancellationToken stop = default) => database.Municipalities.Select(place => place.Name).SingleAsync(stop);
}
