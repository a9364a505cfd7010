namespace DigiSam.Tests.Processes.Conformance;

// The default engine held by every behaviour. The file has all of them, so that a behaviour that is left out is seen.
public sealed class LongTimersOfDefaultEngine : LongTimers<DefaultEngine>;

public sealed class ReminderThenEscalationOfDefaultEngine : ReminderThenEscalation<DefaultEngine>;

public sealed class ClockSetBackOfDefaultEngine : ClockSetBack<DefaultEngine>;

public sealed class ManyAtOnceOfDefaultEngine : ManyAtOnce<DefaultEngine>;

public sealed class DoubleCompletionOfDefaultEngine : DoubleCompletion<DefaultEngine>;

public sealed class CancelRemovesTimersOfDefaultEngine : CancelRemovesTimers<DefaultEngine>;

public sealed class SuspendAndResumeOfDefaultEngine : SuspendAndResume<DefaultEngine>;

public sealed class RollbackLeavesNothingOfDefaultEngine : RollbackLeavesNothing<DefaultEngine>;

public sealed class CorruptInstanceOfDefaultEngine : CorruptInstance<DefaultEngine>;

public sealed class VersionPinAndMoveOfDefaultEngine : VersionPinAndMove<DefaultEngine>;

public sealed class QueriesOfDefaultEngine : Queries<DefaultEngine>;

public sealed class EveryBehaviourTests
{
    [Fact]
    public void The_default_engine_is_held_by_every_behaviour()
    {
        var types = typeof(EveryBehaviourTests).Assembly.GetTypes();
        var behaviours = types.Where(type => type is { IsAbstract: true, IsGenericTypeDefinition: true, BaseType: { IsGenericType: true } from } && from.GetGenericTypeDefinition() == typeof(Behaviour<>)).ToList();
        var held = types.Where(type => type.BaseType is { IsGenericType: true }).Select(type => type.BaseType!.GetGenericTypeDefinition()).ToHashSet();
        Assert.True(behaviours.Count > 8);
        Assert.All(behaviours, behaviour => Assert.Contains(behaviour, held));
    }
}
