namespace DigiSam.Access;

/// <summary>
/// On a request that concerns only the actor and yet carries values: says how its handler sees to it that the answer tells
/// nothing to someone who may not know. Few requests do; a test lists them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ChecksPlaceAttribute(string how) : Attribute
{
    public string How { get; } = how;
}
