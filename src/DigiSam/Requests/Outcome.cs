namespace DigiSam.Requests;

/// <summary>
/// What came of a request. Pages, endpoints and the command line match on it and never catch.
/// Every message is Swedish and says what happened and what to do.
/// </summary>
public abstract record Outcome<TResult>
{
    private Outcome()
    {
    }

    /// <summary>It was done, and what it changed is committed.</summary>
    public sealed record Done(TResult Result) : Outcome<TResult>;

    /// <summary>The actor may not do this in this place. Says nothing about whether the place exists.</summary>
    public sealed record Denied(string Message) : Outcome<TResult>;

    /// <summary>The request itself is incomplete or contradicts itself.</summary>
    public sealed record Invalid(IReadOnlyList<string> Messages) : Outcome<TResult>;

    /// <summary>A named rule of the domain does not allow it; <paramref name="Details"/> lists row by row where there are rows.</summary>
    public sealed record Broken(string Rule, string Message, IReadOnlyList<string> Details) : Outcome<TResult>;

    /// <summary>Someone else changed the same thing meanwhile; nothing was overwritten.</summary>
    public sealed record Conflict(string Message) : Outcome<TResult>;
}
