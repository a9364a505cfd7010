using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Reflection;
using DigiSam.Demo.Telling;

namespace DigiSam.Demo.Writing;

/// <summary>
/// Gives rows ids that follow from the seed and the time instead of from chance, in the form of version 7: the same seed
/// makes the same database. Ids of one instant follow each other in the order they were given.
/// </summary>
internal sealed class Numbering(Dice dice)
{
    private static readonly ConcurrentDictionary<Type, FieldInfo?> Fields = new();
    private uint _given;

    public Guid Next(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        var number = ++_given;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (number >> 20)));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)(0x8000 | ((number >> 6) & 0x3FFF)));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[10..], (ushort)(((number & 0x3F) << 10) | (uint)dice.Below(1024)));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], (uint)dice.Next64());
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Numbers something that nothing refers to yet. A thing without an id of its own is left as it is.</summary>
    public T Give<T>(T thing, DateTimeOffset at)
        where T : class
    {
        Fields.GetOrAdd(thing.GetType(), IdField)?.SetValue(thing, Next(at));
        return thing;
    }

    /// <summary>Numbers something that has parts already, which refer to it by <paramref name="reference"/>.</summary>
    public T Give<T>(T thing, DateTimeOffset at, IEnumerable<object> parts, string reference)
        where T : class
    {
        Give(thing, at);
        var id = IdField(thing.GetType())!.GetValue(thing);
        foreach (var part in parts)
            part.GetType().GetField($"<{reference}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(part, id);
        return thing;
    }

    private static FieldInfo? IdField(Type type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetField("<Id>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is { } field && field.FieldType == typeof(Guid))
                return field;
        }

        return null;
    }
}
