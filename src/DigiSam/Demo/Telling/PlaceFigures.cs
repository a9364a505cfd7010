namespace DigiSam.Demo.Telling;

/// <summary>A place's figures now and a year before.</summary>
internal sealed class PlaceFigures(int staff, int men)
{
    public int Staff => staff;

    public Sample Now { get; private set; } = null!;

    public Sample Before { get; private set; } = null!;

    public int People(string group) => group switch
    {
        "kvinnor" => staff - men,
        "män" => men,
        _ => staff,
    };

    /// <summary>Makes the first two years up.</summary>
    /// <param name="dice">What makes this place a little different.</param>
    /// <param name="shortLeave">Short sick leave that is usual there, in tenths of a percent.</param>
    /// <param name="longLeave">Long sick leave, likewise.</param>
    public void Begin(Dice dice, int shortLeave, int longLeave)
    {
        Before = new Sample(staff, men, shortLeave + dice.Between(-4, 4), longLeave + dice.Between(-8, 8), 95 + dice.Between(-30, 40), dice.Between(80, 120), dice.Between(3, 6), dice.Between(8, 15));
        Now = Before.Later(dice);
    }

    public void GoOn(Dice dice)
    {
        Before = Now;
        Now = Now.Later(dice);
    }
}

/// <summary>A year's figures of one place: percentages in tenths for women and men, from which those of all follow by headcount.</summary>
/// <param name="ExtraHours">Hours of additional time and overtime for ten people.</param>
/// <param name="InjuryShare">Injuries for a hundred people.</param>
/// <param name="NearMissShare">Near misses for a hundred people.</param>
internal sealed record Sample(int Staff, int Men, int ShortLeave, int LongLeave, int Leaving, int ExtraHours, int InjuryShare, int NearMissShare)
{
    public decimal Additional => Math.Round(Staff * ExtraHours * 0.06m);

    public decimal Overtime => Math.Round(Staff * ExtraHours * 0.04m);

    public decimal Injuries => Math.Max(1, Staff * InjuryShare / 100);

    public decimal NearMisses => Math.Max(2, Staff * NearMissShare / 100);

    public decimal Closed => Math.Round((Injuries + NearMisses) * 0.84m);

    public decimal Short(string group) => Of(group, ShortLeave + 3, ShortLeave - 7);

    public decimal Long(string group) => Of(group, LongLeave + 7, LongLeave - 16);

    public decimal Turnover(string group) => Of(group, Leaving + 3, Leaving - 6);

    /// <summary>The same place a year later.</summary>
    public Sample Later(Dice dice) => this with
    {
        ShortLeave = Math.Max(14, ShortLeave + dice.Between(-4, 3)),
        LongLeave = Math.Max(22, LongLeave + dice.Between(-6, 5)),
        Leaving = Math.Max(40, Leaving + dice.Between(-18, 14)),
        ExtraHours = Math.Max(40, ExtraHours + dice.Between(-12, 9)),
        InjuryShare = Math.Clamp(InjuryShare + dice.Between(-1, 1), 2, 8),
        NearMissShare = Math.Clamp(NearMissShare + dice.Between(-2, 3), 6, 20),
    };

    private decimal Of(string group, int women, int men) => group switch
    {
        "kvinnor" => women / 10m,
        "män" => men / 10m,
        _ => Math.Round(((women * (Staff - Men)) + (men * Men)) / (decimal)Math.Max(1, Staff)) / 10m,
    };
}
