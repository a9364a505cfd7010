using System.Globalization;
using DigiSam.AnnualReports.Content;
using DigiSam.Language;

namespace DigiSam.AnnualReports.Documents;

/// <summary>A section's questions with answers, and in words under the table what the answers alone do not tell.</summary>
internal static class QuestionTable
{
    public static void Write(ReportFlow flow, SectionContent section, ReportLevel level)
    {
        var grid = new ReportGrid($"Frågor och svar – {section.Title}", [5000, 1700, ReportPage.TextWidth - 6700]);
        grid.Row(new("TableHead", "Fråga"), new("TableHead", "Svar"), new("TableHead", "Underlag"));
        foreach (var question in section.Questions)
            grid.Row(new("TableText", question.Text), new("TableText", [.. Answer(question)]), new("TableText", Basis(question, level)));
        flow.Add(grid.Build());

        foreach (var question in section.Questions)
            Remarks(flow, question, level);
    }

    private static IEnumerable<string> Answer(QuestionContent question)
    {
        yield return question.Answer.ToSwedish();
        if (question.Override is not null)
            yield return $"(beräknat: {question.Computed.ToSwedish()})";
    }

    private static string Basis(QuestionContent question, ReportLevel level)
    {
        if (question.Spread is { } spread)
            return string.Create(CultureInfo.InvariantCulture, $"svar från {question.Answered} av {question.Expected} {(question.Expected == 1 ? "enhet" : "enheter")}{(question.Answered > 0 ? $": {Spread(spread)}" : "")}");
        if (level == ReportLevel.Unit)
            return question.Answered == 0 ? "enheten har inte svarat" : question.Derived?.Basis.TrimEnd('.') ?? "enhetens eget svar";

        // A board that is asked alone answers for itself; a share of one says nothing.
        if (level == ReportLevel.Board && question.Expected == 1)
            return question.Answered == 1 ? "nämndens eget svar" : "nämnden har inte svarat";
        var counted = level == ReportLevel.Board ? "enheter" : question.Expected == 1 ? "nämnd" : "nämnder";
        return string.Create(CultureInfo.InvariantCulture, $"svar från {question.Answered} av {question.Expected} {counted}");
    }

    private static void Remarks(ReportFlow flow, QuestionContent question, ReportLevel level)
    {
        var remarks = Remarks(question, level).ToList();
        if (remarks.Count == 0)
            return;
        flow.Styled("Remark", question.Text);
        foreach (var remark in remarks)
            flow.Bullet(remark);
    }

    /// <summary>"12 ja, 1 delvis och 1 ej aktuellt".</summary>
    private static string Spread(SpreadContent spread)
    {
        (int Number, ReportAnswer Answer)[] all =
            [(spread.Yes, ReportAnswer.Yes), (spread.Partly, ReportAnswer.Partly), (spread.No, ReportAnswer.No), (spread.NotApplicable, ReportAnswer.NotApplicable)];
        return PlainText.List([.. all.Where(part => part.Number > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Number} {part.Answer.ToSwedish().ToLowerInvariant()}"))]);
    }

    private static IEnumerable<string> Remarks(QuestionContent question, ReportLevel level)
    {
        if (question.Override is { } decision)
        {
            yield return $"Beräknat svar: {question.Computed.ToSwedish()}. Fastställt svar: {decision.Answer.ToSwedish()}. "
                + $"Motivering: {PlainText.Sentence(decision.Reason)} "
                + $"{(decision.Source is null ? "Beslutat" : "Inläst")} {SwedishDate.Long(SwedishDate.DateIn(decision.RecordedAt))}.";
        }

        if (question.Derived is { } records && records.Answer != question.Answer)
            yield return $"Registren säger {records.Answer.ToSwedish().ToLowerInvariant()}: {records.Basis} Svaret är enhetens eget.";

        foreach (var alike in question.Deviations.GroupBy(place => place.Answer))
            yield return $"Svarade {alike.Key.ToSwedish().ToLowerInvariant()}: {PlainText.List([.. alike.Select(place => place.Place)])}.";

        if (!string.IsNullOrWhiteSpace(question.Comment))
            yield return $"Kommentar: {PlainText.Sentence(question.Comment)}";

        foreach (var place in question.Deviations.Where(place => !string.IsNullOrWhiteSpace(place.Comment)))
            yield return $"Kommentar från {place.Place}: {PlainText.Sentence(place.Comment!)}";

        if (question.Derived is null && question is { NotAnswered.Count: > 0, Answered: 0 } && level == ReportLevel.Unit)
            yield return "Enheten har inte svarat.";
        else if (question.NotAnswered.Count > 0 && question.Answered == 0)
            yield return question.Expected == 1 ? "Nämnden har inte svarat." : "Ingen nämnd har svarat.";
        else if (question.NotAnswered.Count > 0)
            yield return $"Har inte svarat: {PlainText.List(question.NotAnswered)}.";
    }
}
