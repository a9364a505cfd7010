using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks.Life;

/// <summary>
/// Keeps a risk's stage and its last day in the register as its process has them. Where the risk itself is not what is being
/// changed, its revision stays: whoever edits it meanwhile has not been overtaken by that.
/// </summary>
internal sealed class RiskProjection(DigiSamContext database) : IProcessProjection
{
    private readonly Dictionary<Guid, Risk> _held = [];

    public string DefinitionKey => RiskCourse.Definition;

    /// <summary>The risk is being changed, and is written with its stage.</summary>
    public void Hold(Risk risk) => _held[risk.Id] = risk;

    public async Task Project(Process process, CancellationToken stop)
    {
        var open = process.Steps.First(step => step.State == StepState.Open);
        var due = open.Key == RiskStage.Closed.Key() ? (DateOnly?)null : open.DueOn;
        var stage = RiskStageKeys.Of(open.Key);
        if (_held.TryGetValue(process.SubjectId!.Value, out var risk))
        {
            risk.Stand(stage ?? risk.Stage, due);
            return;
        }

        await database.Risks.Where(row => row.Id == process.SubjectId)
            .ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Stage, kept => stage ?? kept.Stage).SetProperty(kept => kept.StageDueOn, due), stop);
    }
}
