namespace DigiSam.Requests;

/// <summary>
/// A rule of the domain was broken. Each rule is a class of its own, and its name is the rule's name.
/// The message is Swedish, for the person who tried.
/// </summary>
public abstract class BrokenRule(string message) : Exception(message)
{
    /// <summary>The single faults behind the message, such as the faulty rows of a file.</summary>
    public virtual IReadOnlyList<string> Details => [];
}
