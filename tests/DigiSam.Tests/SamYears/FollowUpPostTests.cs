using DigiSam.SamYears;
using DigiSam.Tests.Support;
using DigiSam.Web.SamYears;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DigiSam.Tests.SamYears;

/// <summary>What a posted page of the yearly follow-up says: only what its reader changed.</summary>
public sealed class FollowUpPostTests
{
    private static readonly AnnualFollowUpForm Form = Installed.Definitions.FollowUp;

    private static readonly string First = Form.Questions.First().Key;

    private static readonly string Second = Form.Questions.ElementAt(1).Key;

    [Fact]
    public void A_page_that_was_read_before_a_colleague_answered_says_nothing_of_what_they_answered() =>
        Assert.Equal(
            [new GivenFollowUpAnswer(Second, AnnualFollowUpValue.No, "Saknas.")],
            FollowUpFields.Changed(Form, Posted((First, "Yes", "Fungerar.", "Yes", "Fungerar."), (Second, "", "", "No", "Saknas."))));

    [Theory]
    [InlineData("Yes", "", "Partly", "", true)]
    [InlineData("Yes", "", "Yes", "Nytt.", true)]
    [InlineData("Yes", "Gammalt.", "Yes", "", true)]
    [InlineData("", "", "NotApplicable", "", true)]
    [InlineData("Yes", "Två\nrader.", "Yes", "Två\r\nrader. ", false)]
    [InlineData("", "", "", "Utan svar.", false)]
    public void A_question_is_said_when_its_answer_or_note_is_another_than_the_page_showed(string shown, string shownNote, string answer, string note, bool said) =>
        Assert.Equal(said, FollowUpFields.Changed(Form, Posted((First, shown, shownNote, answer, note))).Count == 1);

    [Fact]
    public void A_page_where_nothing_is_changed_has_its_answers_still()
    {
        var posted = Posted((First, "Yes", "", "Yes", ""));
        Assert.Equal((1, 0), (FollowUpFields.Answered(Form, posted).Count, FollowUpFields.Changed(Form, posted).Count));
    }

    private static FormCollection Posted(params (string Key, string Shown, string ShownNote, string Answer, string Note)[] questions) => new(
        questions.SelectMany(question => new (string Name, string Value)[]
        {
            (FollowUpFields.ShownAnswer(question.Key), question.Shown), (FollowUpFields.ShownNote(question.Key), question.ShownNote),
            (FollowUpFields.Answer(question.Key), question.Answer), (FollowUpFields.Note(question.Key), question.Note),
        }).ToDictionary(field => field.Name, field => new StringValues(field.Value)));
}
