using DigiSam.Leaves;
using DigiSam.Web.Frame;
using DigiSam.Web.Leaves;
using Microsoft.AspNetCore.Http;

namespace DigiSam.Tests.Leaves;

/// <summary>What the form on the page about leaves asks for, and what the page says when it is done.</summary>
public sealed class LeaveActTests
{
    private static readonly DateOnly Today = new(2027, 1, 28);
    private static readonly Guid Person = Guid.NewGuid();
    private static readonly Guid Id = Guid.NewGuid();

    [Theory]
    [InlineData(-1, "Ledigheten är avslutad. Den sista lediga dagen var 27 januari 2027. Påminnelser som har väntat kommer strax.")]
    [InlineData(0, "Ledigheten är borttagen.")]
    [InlineData(1, "Ledigheten är borttagen.")]
    public void A_leave_that_has_begun_is_ended_and_another_is_taken_away_and_the_page_says_which(int begins, string said)
    {
        var act = Act(begins, LeaveAct.End, new() { [LeaveAct.RevField] = "7" });
        Assert.Equal((new EndLeave(Id, 7), said), (act.Command, act.Notice));
    }

    [Fact]
    public void What_is_sent_without_a_revision_asks_for_none_that_there_is() =>
        Assert.Equal(new EndLeave(Id, 0), Act(0, LeaveAct.End, []).Command);

    private static LeaveAct Act(int begins, string act, Dictionary<string, string> fields)
    {
        var form = new FormCollection(fields.Append(new(ActForm.Field, act)).Append(new(LeaveAct.IdField, $"{Id}")).ToDictionary(field => field.Key, field => new Microsoft.Extensions.Primitives.StringValues(field.Value)));
        var known = new LeaveView(Id, 7, Person, "Karin Lindahl", Today.AddDays(begins), Today.AddDays(9), null, null);
        return LeaveAct.Of(form, Person, [known], Today)!;
    }
}
