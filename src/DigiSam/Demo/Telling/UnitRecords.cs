using DigiSam.AnnualReports;
using DigiSam.Measures;
using DigiSam.Observations;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.SafetyRounds;

namespace DigiSam.Demo.Telling;

/// <summary>All that has been recorded in a unit so far.</summary>
internal sealed class UnitRecords
{
    public List<SafetyRound> Rounds { get; } = [];

    public List<Risk> Risks { get; } = [];

    public List<Measure> Measures { get; } = [];

    public List<Observation> Observations { get; } = [];

    public List<DeficiencyDismissal> Dismissals { get; } = [];

    public List<InboxTask> Inbox { get; } = [];

    public List<AnnualReport> Reports { get; } = [];

    /// <summary>Rows of other kinds that nothing looks at again.</summary>
    public List<object> Others { get; } = [];

    /// <summary>Deficiencies of completed rounds that nobody has assessed or dismissed, by year.</summary>
    public Dictionary<int, int> Waiting { get; } = [];

    /// <summary>The OSA goals by year.</summary>
    public Dictionary<int, string> Goals { get; } = [];

    /// <summary>All rows, what is referred to before what refers to it.</summary>
    public IEnumerable<object> All() =>
        [.. Rounds, .. Observations, .. Risks, .. Dismissals, .. Measures, .. Reports, .. Others, .. Inbox.Where(task => task.DoneAt is null)];

    public IEnumerable<SafetyRound> RoundsOf(int year) => Rounds.Where(round => round.PlannedFor.Year == year);
}
