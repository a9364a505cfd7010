using DigiSam.Web.Imports;
using Microsoft.Extensions.Time.Testing;

namespace DigiSam.Tests.Imports;

/// <summary>A file that was sent for a look stays for an hour, for the one who sent it, and leaves nothing behind.</summary>
public sealed class UploadShelfTests : IDisposable
{
    private static readonly UploadChoices Nothing = new(null, 0, null, null, Complete: false);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly UploadShelf _shelf;

    public UploadShelfTests() => _shelf = new UploadShelf(_clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public async Task It_belongs_to_one_person_and_is_taken_once()
    {
        var (mine, other) = (Guid.NewGuid(), Guid.NewGuid());
        var upload = await Keep(mine);
        Assert.Null(_shelf.Find(upload.Id, other));
        Assert.Null(_shelf.Take(upload.Id, other));
        Assert.Equal(upload, _shelf.Find(upload.Id, mine));
        Assert.Equal(upload, _shelf.Take(upload.Id, mine));
        Assert.Null(_shelf.Take(upload.Id, mine));
        _shelf.Remove(upload);
        Assert.False(File.Exists(upload.Path));
    }

    [Fact]
    public async Task After_an_hour_it_is_gone_though_nobody_asks()
    {
        var person = Guid.NewGuid();
        var upload = await Keep(person);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(_shelf.Find(upload.Id, person));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(_shelf.Find(upload.Id, person));
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False(File.Exists(upload.Path));
    }

    [Fact]
    public async Task A_sending_that_breaks_leaves_no_part_of_the_file()
    {
        var folder = Path.GetDirectoryName((await Keep(Guid.NewGuid())).Path)!;
        await Assert.ThrowsAsync<IOException>(() => _shelf.Keep(Guid.NewGuid(), "halv.csv", Nothing, new Broken(), Stop));
        Assert.Single(Directory.GetFiles(folder));
    }

    private Task<Upload> Keep(Guid person) => _shelf.Keep(person, "fil.csv", Nothing, new MemoryStream([1, 2, 3]), Stop);

    /// <summary>Some bytes, and then the line is lost.</summary>
    private sealed class Broken : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            destination.WriteByte(1);
            throw new IOException("The line is lost.");
        }
    }
}
