namespace DigiSam.Demo.Telling;

/// <summary>
/// Chance that falls the same way each time for the same seed, on every machine and version (SplitMix64). Each part of the
/// demo throws its own dice, so that a change in one leaves the others as they were.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice of their own for a part of the demo.</summary>
    public static Dice For(int seed, string part)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var letter in part)
            hash = (hash ^ letter) * 1099511628211UL;
        var dice = new Dice(hash);
        dice.Next64();
        return dice;
    }

    public ulong Next64()
    {
        var mixed = _state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 up to, not including, <paramref name="below"/>.</summary>
    public int Below(int below) => (int)(Next64() % (ulong)below);

    /// <summary>From one to the other, both included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>All of them, in another order.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> things)
    {
        var shuffled = things.ToList();
        for (var at = shuffled.Count - 1; at > 0; at--)
        {
            var other = Below(at + 1);
            (shuffled[at], shuffled[other]) = (shuffled[other], shuffled[at]);
        }

        return shuffled;
    }
}

/// <summary>A pile that is dealt from in turn, and shuffled anew when it is empty: nothing comes twice before all have come.</summary>
internal sealed class Pile<T>(IReadOnlyList<T> things, Dice dice)
{
    private readonly Queue<T> _left = new(dice.Shuffle(things));

    public T Deal()
    {
        if (_left.Count == 0)
        {
            foreach (var thing in dice.Shuffle(things))
                _left.Enqueue(thing);
        }

        return _left.Dequeue();
    }
}
