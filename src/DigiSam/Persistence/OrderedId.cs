namespace DigiSam.Persistence;

/// <summary>
/// Ids by time (UUID version 7) that keep the order in which this process made them, also within the same millisecond: a counter
/// stands where others have chance (RFC 9562, 6.2).
/// </summary>
internal static class OrderedId
{
    private static int _count;

    public static Guid At(DateTimeOffset at)
    {
        var count = Interlocked.Increment(ref _count);
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        // Twelve bits after the version, and fourteen after the variant.
        bytes[6] = (byte)(0x70 | ((count >> 22) & 0x0F));
        bytes[7] = (byte)(count >> 14);
        bytes[8] = (byte)(0x80 | ((count >> 8) & 0x3F));
        bytes[9] = (byte)count;
        return new Guid(bytes, bigEndian: true);
    }
}
