using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DigiSam.Persistence;

/// <summary>Instants are stored as UTC ticks: EF on SQLite can neither order nor compare <see cref="DateTimeOffset"/>.</summary>
internal sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
