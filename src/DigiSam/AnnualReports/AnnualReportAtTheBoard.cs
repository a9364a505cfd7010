using DigiSam.Language;

namespace DigiSam.AnnualReports;

/// <summary>The report's way through the board's meeting.</summary>
public sealed partial class AnnualReport
{
    /// <summary>Locks it for the meeting notice. Returns whether it became locked now and its documents are to be stored.</summary>
    internal bool Lock(Guid personId, DateTimeOffset at)
    {
        if (!Level.Decides())
            throw new OnlyABoardMeets();
        if (Status == ReportStatus.Locked)
            return false;
        MustNotBeDecided();
        if (Status != ReportStatus.Submitted)
            throw new ReportIsNotSubmitted();
        Status = ReportStatus.Locked;
        Locking++;
        (LockedAt, LockedBy) = (at, personId);
        Note(ReportEventKind.Locked, personId, at);
        return true;
    }

    /// <summary>Opens a locked report again, as long as it is not decided; what was locked stays in the history.</summary>
    internal void Unlock(string reason, Guid personId, DateTimeOffset at)
    {
        MustNotBeDecided();
        if (Status != ReportStatus.Locked)
            return;
        Status = ReportStatus.Submitted;
        (LockedAt, LockedBy) = (null, null);
        Note(ReportEventKind.Unlocked, personId, at, reason);
    }

    /// <summary>The board has decided. A returned report becomes a draft again, as its next version.</summary>
    internal void Decide(BoardDecision decision, DateOnly today)
    {
        if (_decisions.Exists(known => known.Id == decision.Id))
            return;
        MustNotBeDecided();
        if (Status != ReportStatus.Locked)
            throw new OnlyALockedReportIsDecided();
        if (decision.Date > today)
            throw new DecisionLiesAhead();
        if (LockedAt is { } locked && decision.Date < SwedishDate.DateIn(locked))
            throw new DecisionPrecedesLocking(SwedishDate.DateIn(locked));
        _decisions.Add(decision);
        Status = ReportStatus.Decided;
        Note(decision.Kind == DecisionKind.Returned ? ReportEventKind.Returned : ReportEventKind.Decided, decision.PersonId, decision.At);
        if (decision.Kind != DecisionKind.Returned)
            return;
        BecomeDraft();
        Version++;
    }
}
