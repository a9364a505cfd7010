using DigiSam.Organisation;
using DigiSam.Processes;
using DigiSam.SamYears;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Tests.Processes;

/// <summary>What is asked of people is a sentence of parts that each are bounded: the longest has room in its column.</summary>
public sealed class LongestTaskTests
{
    [Fact]
    public void The_longest_place_step_and_day_have_room_in_a_task()
    {
        var known = DigiSamServices.ReadWorkflows(DigiSamServices.WorkflowsFolder).Newest(SamYearWording.Definition).Steps;
        var unknown = known[0] with { Key = new string('a', DefinitionReader.LongestName), Title = new string('Å', DefinitionReader.LongestTitle) };
        var place = new string('Ö', Place.LongestName);
        var wording = new SamYearWording();
        var texts = new List<InboxText>();
        foreach (var step in known.Append(unknown))
        {
            foreach (var why in Enum.GetValues<TaskOccasion>())
            {
                foreach (var month in Enumerable.Range(1, 12))
                    texts.Add(wording.Word(new Occasion(why, step, Guid.CreateVersion7(), place, 2100, new DateOnly(2100, month, 28))));
            }
        }

        Assert.InRange(texts.Max(text => text.Text.Length), Place.LongestName + DefinitionReader.LongestTitle, InboxTask.LongestText);
        Assert.InRange(texts.Max(text => text.Link.Length), DefinitionReader.LongestName, InboxTask.LongestLink);
    }
}
