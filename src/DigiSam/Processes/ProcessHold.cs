using DigiSam.Persistence;

namespace DigiSam.Processes;

/// <summary>
/// Keeps processes for the command that is about to read and change them, so that whatever else works with the same ones comes before
/// or after (see <see cref="DatabaseEngine.Hold"/>). Each is held once in a command.
/// </summary>
internal sealed class ProcessHold(DigiSamContext database, DatabaseEngine engine)
{
    private readonly HashSet<Guid> _held = [];

    public async Task Take(IEnumerable<Guid> processes, CancellationToken stop)
    {
        List<Guid> wanted = [.. processes.Where(_held.Add)];
        if (wanted.Count > 0)
            await engine.Hold(database, nameof(DigiSamContext.Processes), wanted, stop);
    }
}
