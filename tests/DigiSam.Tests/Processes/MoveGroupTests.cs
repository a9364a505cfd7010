using DigiSam.Processes;
using DigiSam.Web.Processes;

namespace DigiSam.Tests.Processes;

/// <summary>What a move makes of many processes is told once for those that it makes the same of.</summary>
public sealed class MoveGroupTests
{
    private static readonly OpenStep[] Early = [new("Planera", new DateOnly(2027, 2, 15))];

    private static readonly OpenStep[] Later = [new("Planera", new DateOnly(2027, 2, 28))];

    [Fact]
    public void The_stuck_come_first_then_those_that_change_and_then_the_others_in_swedish_order()
    {
        var groups = MoveGroup.Of(
        [
            Moved("Örtskolan", Early, Later), Moved("Alskolan", Early, Early), Moved("Ekskolan", Early, Later), Moved("Åskolan", Early, Later),
            Moved("Björkskolan", Early, Later, "Förbättra"),
        ]);
        Assert.Equal(["Björkskolan", "Ekskolan Åskolan Örtskolan", "Alskolan"], groups.Select(group => string.Join(' ', group.Processes.Select(process => process.PlaceName))));
        Assert.Equal([(true, false), (false, false), (false, true)], groups.Select(group => (group.IsStuck, group.IsUnchanged)));
    }

    [Fact]
    public void The_same_step_with_another_last_day_is_another_group() =>
        Assert.Equal(2, MoveGroup.Of([Moved("Ekskolan", Early, Later), Moved("Alskolan", Later, Later)]).Count);

    private static ProcessMoved Moved(string place, OpenStep[] before, OpenStep[] after, params string[] homeless) => new(Guid.NewGuid(), Guid.NewGuid(), place, 2027, before, after, homeless);
}
