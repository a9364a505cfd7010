using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.SeriesBreaks;
using DigiSam.SickLeave.Documents;
using DigiSam.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave;

/// <summary>Breaks in a series are stated by HR, taken away again, and stand in documents whose months cross them.</summary>
public sealed class SeriesBreakTests
{
    private static readonly DateOnly Last = new(2026, 2, 1);

    [Fact]
    public async Task A_break_is_stated_once_listed_and_taken_away()
    {
        await using var installed = await AbsenceSample.Ready();
        var whole = await Whole(installed);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await installed.Do(new StateSeriesBreak(first, SeriesMeasure.SickLeave, new DateOnly(2025, 5, 1), " Nytt lönesystem. "));
        await installed.Do(new StateSeriesBreak(first, SeriesMeasure.SickLeave, new DateOnly(2025, 5, 1), " Nytt lönesystem. "));
        await installed.Do(new StateSeriesBreak(second, SeriesMeasure.Turnover, new DateOnly(2025, 5, 1), "Timavlönade räknas."));
        Assert.Equal(nameof(SeriesBreakIsStated), (await installed.Refused(new StateSeriesBreak(Guid.CreateVersion7(), SeriesMeasure.SickLeave, new DateOnly(2025, 5, 1), "Annat."))).Rule);
        var stated = Assert.Single(await installed.Do(new ListSeriesBreaks(whole, SeriesMeasure.SickLeave)));
        Assert.Equal("Brott i serien från och med maj 2025: Nytt lönesystem.", stated.Sentence);
        Assert.Equal(2, (await installed.Do(new ListSeriesBreaks(whole))).Count);
        await installed.Do(new RemoveSeriesBreak(first));
        Assert.Equal(second, Assert.Single(await installed.Do(new ListSeriesBreaks(whole))).Id);
        Assert.Equal(nameof(SeriesBreakIsUnknown), (await installed.Refused(new RemoveSeriesBreak(first))).Rule);
    }

    [Fact]
    public async Task Only_those_who_take_figures_in_state_breaks()
    {
        await using var installed = await AbsenceSample.Ready();
        var whole = await Whole(installed);
        var command = new StateSeriesBreak(Guid.CreateVersion7(), SeriesMeasure.SickLeave, Last, "Nytt system.");
        Assert.IsType<Outcome<MediatR.Unit>.Denied>(await installed.SendAs(await installed.PersonWith(Role.Manager, whole), command));
        Assert.IsType<Outcome<MediatR.Unit>.Denied>(await installed.SendAs(await installed.PersonWith(Role.Manager, whole), new RemoveSeriesBreak(command.BreakId)));
        Assert.IsType<Outcome<MediatR.Unit>.Done>(await installed.SendAs(await installed.PersonWith(Role.HrStrategist, whole), command));
    }

    [Theory]
    [InlineData("2024-03", false)]
    [InlineData("2024-04", true)]
    [InlineData("2026-02", true)]
    [InlineData("2026-03", false)]
    public void A_period_crosses_a_break_when_it_has_months_on_both_sides(string month, bool crosses) =>
        Assert.Equal(crosses, new SeriesBreakView(Guid.Empty, SeriesMeasure.SickLeave, DateOnly.Parse($"{month}-01", System.Globalization.CultureInfo.InvariantCulture), "").LiesWithin(new DateOnly(2024, 3, 1), Last));

    [Fact]
    public async Task A_document_tells_of_the_breaks_that_its_tables_cross()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(AbsenceSample.UnitTable(Last, 24));
        var whole = await Whole(installed);
        await installed.Do(new StateSeriesBreak(Guid.CreateVersion7(), SeriesMeasure.SickLeave, new DateOnly(2025, 5, 1), "Nytt lönesystem."));
        await installed.Do(new StateSeriesBreak(Guid.CreateVersion7(), SeriesMeasure.SickLeave, new DateOnly(2023, 5, 1), "För länge sedan."));
        using var document = WordprocessingDocument.Open(new MemoryStream((await installed.Do(new DownloadBriefing(whole, Last, BriefingKind.Board, "docx"))).Content), isEditable: false);
        var text = document.MainDocumentPart!.Document!.InnerText;
        Assert.Equal(3, text.Split("Brott i serien från och med maj 2025: Nytt lönesystem.").Length - 1);
        Assert.DoesNotContain("För länge sedan", text, StringComparison.Ordinal);
    }

    private static Task<Guid> Whole(Installed installed) => installed.InDatabase(database => database.Municipalities.Select(place => place.Id).SingleAsync());
}
