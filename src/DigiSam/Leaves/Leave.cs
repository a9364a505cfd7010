using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;

namespace DigiSam.Leaves;

/// <summary>
/// A person is away from one day to another, both included. Someone may stand in: they then hold the roles that can be stood in for, in
/// the same places and on those days alone.
/// </summary>
public sealed class Leave : IRevised
{
    /// <summary>Whoever is away longer needs a successor with roles of their own.</summary>
    public const int LongestDays = 366;

    /// <summary>
    /// The roles that someone else takes over. A safety representative is chosen by those they stand for, and so is their replacement; an administrator hands on no
    /// rights to the installation.
    /// </summary>
    internal static readonly Role[] StoodInFor = [Role.Manager, Role.HrPartner, Role.HrStrategist, Role.BoardSecretary, Role.CaseOfficer];

    private Leave()
    {
    }

    /// <summary>Fails with <see cref="LeaveEndsBeforeItBegins"/>, <see cref="LeaveIsOver"/>, <see cref="LeaveIsTooLong"/> or <see cref="NobodyStandsInForThemselves"/>.</summary>
    public Leave(Guid id, Guid personId, DateOnly from, DateOnly to, Guid? standInId, DateOnly today)
    {
        (Id, PersonId) = (id, personId);
        Become(from, to, standInId, today);
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public Guid? StandInId { get; private set; }

    public int Rev { get; private set; }

    /// <summary>Gets other days or another stand-in. Fails as when it is made, and with <see cref="LeaveIsOver"/> when it is over already.</summary>
    public void Change(DateOnly from, DateOnly to, Guid? standInId, DateOnly today)
    {
        if (To < today)
            throw new LeaveIsOver();
        Become(from, to, standInId, today);
    }

    /// <summary>The person is back today, from a leave that had begun before: yesterday is its last day. Fails with <see cref="LeaveIsOver"/>.</summary>
    public void End(DateOnly today)
    {
        if (To < today)
            throw new LeaveIsOver();
        To = today.AddDays(-1);
    }

    private void Become(DateOnly from, DateOnly to, Guid? standInId, DateOnly today)
    {
        if (to < from)
            throw new LeaveEndsBeforeItBegins();
        if (to < today)
            throw new LeaveIsOver();
        if (to.DayNumber - from.DayNumber >= LongestDays)
            throw new LeaveIsTooLong();
        if (standInId == PersonId)
            throw new NobodyStandsInForThemselves();
        (From, To, StandInId) = (from, to, standInId);
    }
}

/// <summary>The last day away is the first or a later one.</summary>
public sealed class LeaveEndsBeforeItBegins() : BrokenRule("Ledigheten slutar före den börjar. Ange en sista dag som är den första dagen eller senare.");

/// <summary>What has been is not changed.</summary>
public sealed class LeaveIsOver() : BrokenRule("Den sista dagen har redan varit. Ange i dag eller en senare dag.");

/// <summary>Someone who is away longer has a successor.</summary>
public sealed class LeaveIsTooLong() : BrokenRule("Ledigheten är längre än ett år. Då behöver någon annan få rollen. Kontakta systemförvaltaren.");

/// <summary>The stand-in is another person.</summary>
public sealed class NobodyStandsInForThemselves() : BrokenRule("Den som är ledig kan inte vara sin egen ersättare. Välj någon annan.");

/// <summary>A person's leaves do not overlap, so that it is clear who stands in on a day.</summary>
public sealed class LeaveOverlaps(DateOnly from, DateOnly to)
    : BrokenRule($"Det finns redan en ledighet {SwedishDate.Long(from)}–{SwedishDate.Long(to)} som krockar. Ändra den i stället.");

/// <summary>There is no such leave, or it is another person's.</summary>
public sealed class LeaveIsUnknown() : BrokenRule("Ledigheten finns inte. Den kan ha tagits bort. Läs in sidan igen.");

/// <summary>Whoever stands in is someone with a role today.</summary>
public sealed class StandInHasNoRole() : BrokenRule("Den du valde har ingen roll i DigiSam i dag. Välj någon annan som ersättare.");

/// <summary>Whoever stands in has a role that can be stood in for, near the one who is away or for the whole municipality.</summary>
public sealed class StandInIsNotOffered() : BrokenRule("Den du valde kan inte vara ersättare här. Välj någon i listan: den har de som har en roll i samma förvaltning eller nämnd, eller i hela kommunen.");

/// <summary>Nobody gives themselves another person's roles.</summary>
public sealed class NobodyMakesThemselvesStandIn() : BrokenRule("Du kan inte göra dig själv till ersättare. Den som är ledig, eller någon annan på HR, får göra det.");
