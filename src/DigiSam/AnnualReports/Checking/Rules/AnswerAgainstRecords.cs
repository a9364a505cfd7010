using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>
/// An answer that the records or the reports below contradict, with nobody having said why; or a reason given when they said
/// something else.
/// </summary>
internal sealed class AnswerAgainstRecords : IReportRule
{
    public string Key => "answer-against-records";

    public IEnumerable<Finding> Look(ReportToCheck report)
    {
        foreach (var section in report.Content.Sections)
        {
            foreach (var question in section.Questions)
            {
                if (question.Derived is { } records && records.Answer != question.Answer && string.IsNullOrWhiteSpace(question.Comment))
                {
                    yield return this.About(
                        section, $"Svaret på \"{question.Text}\" är {question.Answer.ToSwedish()}, men registren säger {records.Answer.ToSwedish()}. {records.Basis}",
                        "Ändra svaret, eller kommentera det så att läsaren förstår skillnaden.", Told(question, records.Answer));
                }

                if (question.Override is { } changed && changed.ComputedThen != question.Computed && changed.ComputedThen != ReportAnswer.Undetermined)
                {
                    yield return this.About(
                        section, $"Svaret på \"{question.Text}\" åsidosattes när det beräknade var {changed.ComputedThen.ToSwedish()}; nu är det {question.Computed.ToSwedish()}.",
                        "Pröva om motiveringen fortfarande gäller.", Told(question, question.Computed));
                }
            }
        }
    }

    private static FindingFigure Told(QuestionContent question, ReportAnswer against) => new(question.Text, $"{question.Answer.ToSwedish()} mot {against.ToSwedish()}");
}
