using DigiSam.Requests;
using DigiSam.Risks;

namespace DigiSam.Web.Risks;

/// <summary>Reads the risk that an address names.</summary>
internal static class RiskReader
{
    /// <summary>The risk, or null when there is none that the person may see.</summary>
    public static async Task<RiskDetail?> ReadRisk(this RequestSender sender, Guid person, Guid risk) =>
        await sender.Send(person, new FindRisk(risk)) is Outcome<Guid>.Done(var unit)
            && await sender.Send(person, new ReadRisk(unit, risk)) is Outcome<RiskDetail>.Done(var detail)
            ? detail
            : null;
}
