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
            Remarks(flow, question);
    }

    private static IEnumerable<string> Answer(QuestionContent question)
    {
        yield return question.Answer.ToSwedish();
        if (question.Override is not null)
            yield return $"(beräknat: {question.Computed.ToSwedish()})";
    }

    private static string Basis(QuestionContent question, ReportLevel level)
    {
        // A board that is asked alone answers for itself; a share of one says nothing.
        if (level == ReportLevel.Board && question.Expected == 1)
            return question.Answered == 1 ? "nämndens eget svar" : "nämnden har inte svarat";
        var counted = level == ReportLevel.Board ? "enheter" : question.Expected == 1 ? "nämnd" : "nämnder";
        return string.Create(CultureInfo.InvariantCulture, $"svar från {question.Answered} av {question.Expected} {counted}");
    }

    private static void Remarks(ReportFlow flow, QuestionContent question)
    {
        var remarks = Remarks(question).ToList();
        if (remarks.Count == 0)
            return;
        flow.Styled("Remark", question.Text);
        foreach (var remark in remarks)
            flow.Bullet(remark);
    }

    private static IEnumerable<string> Remarks(QuestionContent question)
    {
        if (question.Override is { } decision)
        {
            yield return $"Beräknat svar: {question.Computed.ToSwedish()}. Fastställt svar: {decision.Answer.ToSwedish()}. "
                + $"Motivering: {PlainText.Sentence(decision.Reason)} "
                + $"Inläst {SwedishDate.Long(SwedishDate.DateIn(decision.RecordedAt))}.";
        }

        foreach (var alike in question.Deviations.GroupBy(place => place.Answer))
            yield return $"Svarade {alike.Key.ToSwedish().ToLowerInvariant()}: {PlainText.List([.. alike.Select(place => place.Place)])}.";

        if (!string.IsNullOrWhiteSpace(question.Comment))
            yield return $"Kommentar: {PlainText.Sentence(question.Comment)}";

        foreach (var place in question.Deviations.Where(place => !string.IsNullOrWhiteSpace(place.Comment)))
            yield return $"Kommentar från {place.Place}: {PlainText.Sentence(place.Comment!)}";

        if (question.NotAnswered.Count > 0 && question.Answered == 0)
            yield return question.Expected == 1 ? "Nämnden har inte svarat." : "Ingen nämnd har svarat.";
        else if (question.NotAnswered.Count > 0)
            yield return $"Har inte svarat: {PlainText.List(question.NotAnswered)}.";
    }
}
