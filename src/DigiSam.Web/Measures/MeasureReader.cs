using DigiSam.Measures;
using DigiSam.Requests;

namespace DigiSam.Web.Measures;

/// <summary>Reads the measure that an address names.</summary>
internal static class MeasureReader
{
    /// <summary>The measure, or null when there is none that the person may see.</summary>
    public static async Task<MeasureDetail?> ReadMeasure(this RequestSender sender, Guid person, Guid measure) =>
        await sender.Send(person, new FindMeasure(measure)) is Outcome<Guid>.Done(var unit)
            && await sender.Send(person, new ReadMeasure(unit, measure)) is Outcome<MeasureDetail>.Done(var detail)
            ? detail
            : null;
}
