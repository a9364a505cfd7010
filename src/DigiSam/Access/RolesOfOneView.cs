using System.Collections.Concurrent;
using DigiSam.Requests;

namespace DigiSam.Access;

/// <summary>
/// The roles of whoever looks at a page, read once for all that the page asks (ADR 0020). It lasts from <see cref="Begin"/>
/// until it is disposed, when the page has been made; outside it, and for every command, roles are read anew.
/// </summary>
public sealed class RolesOfOneView : IDisposable
{
    private static readonly AsyncLocal<RolesOfOneView?> Current = new();

    private readonly ConcurrentDictionary<(Guid Person, ActsOn Place), IReadOnlyList<HeldRole>> _read = new();
    private volatile bool _ended;

    private RolesOfOneView()
    {
    }

    /// <summary>The view that the caller makes a page for; null when it makes none, or has made it already.</summary>
    internal static RolesOfOneView? Now => Current.Value is { _ended: false } view ? view : null;

    /// <summary>Begins a view for what the caller does from here on, and for nobody else.</summary>
    public static RolesOfOneView Begin() => Current.Value = new RolesOfOneView();

    /// <summary>Ends the view: what the page may have set going reads anew.</summary>
    public void Dispose()
    {
        _ended = true;
        _read.Clear();
    }

    /// <summary>The roles that a person holds, and whether each reaches the place: as they were read, or read now.</summary>
    internal async Task<IReadOnlyList<HeldRole>> Held(Guid person, ActsOn place, Func<Task<IReadOnlyList<HeldRole>>> read) =>
        _read.TryGetValue((person, place), out var held) ? held : _read[(person, place)] = await read();
}

/// <summary>A role held today, whether it reaches the place that was asked about, and in whose stead it is held.</summary>
internal readonly record struct HeldRole(Role Role, bool Reaches, Guid? InsteadOf);
