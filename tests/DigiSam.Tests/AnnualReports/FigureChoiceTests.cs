using DigiSam.AnnualReports.Building;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.AnnualReports;

/// <summary>A column comes from published values or from rows, never from both.</summary>
public sealed class FigureChoiceTests
{
    private static readonly Guid Place = Guid.CreateVersion7();

    private static readonly ImportBatch Batch = new(ImportKind.PublishedValues, "publicerat.csv", [1], 1, 2026, DateTimeOffset.UnixEpoch, Guid.CreateVersion7());

    [Theory]
    [InlineData(true, false, 120, 900, true)]
    [InlineData(false, false, 120, 900, false)]
    [InlineData(true, false, 120, null, false)]
    [InlineData(false, true, null, null, true)]
    public void Rows_stand_instead_of_what_is_published_when_they_count_everyone_and_show_all_of_it(bool isWhole, bool hidesPublished, int? first, int? second, bool isComputed)
    {
        var choice = Choose(isWhole, hidesPublished, first, second);
        Assert.Equal(2, choice.Figures.Count);
        Assert.All(choice.Figures, figure => Assert.Equal(isComputed, figure.IsComputed));
    }

    [Theory]
    [InlineData(true, 120, false)]
    [InlineData(true, 122, true)]
    [InlineData(false, 122, false)]
    public void A_contradiction_is_told_only_where_both_count_the_same_people(bool isWhole, int first, bool isTold) =>
        Assert.Equal(isTold, Choose(isWhole, hidesPublished: false, first, 900).Findings.Count == 1);

    [Fact]
    public void Where_nothing_is_published_what_can_be_computed_stands_with_what_is_to_be_known_of_it()
    {
        var choice = FigureChoice.Of(Installed.Definitions.Metrics, Place, [], new HashSet<MetricKey>(), new Dictionary<Guid, ImportBatch>(), [Column(isWhole: false, hidesPublished: false, 120, 900)]);
        Assert.All(choice.Figures, figure => Assert.True(figure.IsComputed));
        Assert.Contains(choice.Notes, note => note.Said == "Någon saknas.");
    }

    private static FigureChoice Choose(bool isWhole, bool hidesPublished, int? first, int? second) => FigureChoice.Of(
        Installed.Definitions.Metrics, Place, [Value("overtime-hours", 120), Value("additional-hours", 900)], new HashSet<MetricKey>(),
        new Dictionary<Guid, ImportBatch> { [Batch.Id] = Batch }, [Column(isWhole, hidesPublished, first, second)]);

    private static MetricValue Value(string metric, decimal value) =>
        new(2026, new MetricKey(metric, Place, MetricGroupKind.Sex, "alla", MetricSlot.Current), "R12 2025-12", value, suppressed: false, 300, "overtime-r12", Batch.Id, 2);

    private static ComputedColumn Column(bool isWhole, bool hidesPublished, int? first, int? second) => new(
        MetricSlot.Current, "R12 2025-12", MetricGroupKind.Sex, new HashSet<string>(["overtime-hours", "additional-hours"]),
        new ComputedYear(
            [new("overtime-hours", MetricGroupKind.Sex, "alla", first, "Räknat."), new("additional-hours", MetricGroupKind.Sex, "alla", second, "Räknat.")], [], ["Någon saknas."], isWhole, hidesPublished), []);
}
