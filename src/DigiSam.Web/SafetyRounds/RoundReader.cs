using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.Web.Frame;

namespace DigiSam.Web.SafetyRounds;

/// <summary>A round as someone looks at it, with what they may do with it.</summary>
public sealed record RoundView(RoundDetail Round, IReadOnlySet<Permission> Permissions, Standpoint Where)
{
    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Answers can be given and people added.</summary>
    public bool IsOpen => Round.Status is RoundStatus.Planned or RoundStatus.Held;

    public IReadOnlyList<ChecklistQuestionAnswered> Deficiencies =>
    [
        .. Round.Checklist.Questions.Where(question => Round.Answers.TryGetValue(question.Key, out var answer) && answer.IsDeficiency)
            .Select(question => new ChecklistQuestionAnswered(question, Round.Answers[question.Key])),
    ];

    public int Unanswered => Round.Checklist.Questions.Count(question => !Round.Answers.ContainsKey(question.Key));
}

public sealed record ChecklistQuestionAnswered(DigiSam.Checklists.ChecklistQuestion Question, RoundAnswer Answer);

/// <summary>Reads a round for an address that names the round alone.</summary>
internal static class RoundReader
{
    /// <summary>Null when there is no such round in any place where the person holds a role.</summary>
    public static async Task<RoundView?> ReadRound(this RequestSender sender, Standpoint where, Guid roundId)
    {
        foreach (var place in where.Roles.Select(role => role.PlaceId).Prepend(where.Place.Id).Distinct())
        {
            if (await sender.Send(where.Person.Id, new FindRound(place, roundId)) is Outcome<Guid>.Done(var unit)
                && await sender.Send(where.Person.Id, new ReadRound(unit, roundId)) is Outcome<RoundDetail>.Done(var round)
                && await sender.Send(where.Person.Id, new ReadPlace(unit)) is Outcome<PlaceView>.Done(var view))
            {
                return new RoundView(round, view.Permissions, where);
            }
        }

        return null;
    }
}
