using DigiSam.Access;

namespace DigiSam.Tests.Access;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly Account _account = new(new Person("Anna Berg"), " Åsa.berg ");

    [Fact]
    public void The_fifth_attempt_in_a_row_locks_for_five_minutes()
    {
        for (var attempt = 1; attempt <= 4; attempt++)
            Assert.True(_account.CountAttempt(Now) && !_account.IsLocked(Now));
        Assert.True(_account.CountAttempt(Now));
        Assert.True(_account.IsLocked(Now) && _account.IsLocked(Now.AddMinutes(5).AddTicks(-1)));
        Assert.False(_account.CountAttempt(Now.AddMinutes(4)));
        Assert.False(_account.IsLocked(Now.AddMinutes(5)));
    }

    [Fact]
    public void After_the_lock_five_new_attempts_are_left()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            _account.CountAttempt(Now);
        for (var attempt = 0; attempt < 4; attempt++)
            Assert.True(_account.CountAttempt(Now.AddMinutes(6)));
        Assert.False(_account.IsLocked(Now.AddMinutes(6)));
    }

    [Fact]
    public void The_right_password_forgets_failures_and_lock()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            _account.CountAttempt(Now);
        _account.LetIn();
        Assert.False(_account.IsLocked(Now));
        Assert.Equal(0, _account.AccessFailedCount);
    }

    [Fact]
    public void A_user_name_is_kept_as_written_and_compared_without_case_space_or_way_of_writing_letters()
    {
        Assert.Equal("Åsa.berg", _account.UserName);
        Assert.Equal(_account.NormalizedUserName, Account.Normalise("a\u030Asa.BERG "));
    }

    [Fact]
    public void Two_accounts_have_different_stamps() =>
        Assert.NotEqual(_account.SecurityStamp, new Account(new Person("Bo"), "bo").SecurityStamp);
}
