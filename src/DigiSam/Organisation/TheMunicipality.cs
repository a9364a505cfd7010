using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>The municipality, read once in a request.</summary>
internal sealed class TheMunicipality(DigiSamContext database)
{
    private Municipality? _known;

    public async Task<Municipality> Read(CancellationToken stop) => _known ??= await database.Municipalities.AsNoTracking().SingleAsync(stop);
}
