using System.Globalization;
using DigiSam.Language;
using DigiSam.Leaves;
using DigiSam.Requests;
using DigiSam.Web.Frame;

namespace DigiSam.Web.Leaves;

/// <summary>What a form on a page about leaves asks for, and the sentence that tells it is done. What cannot be read is left for the domain to refuse.</summary>
internal sealed record LeaveAct(ICommand<Nothing> Command, string Notice)
{
    public const string State = "ange";

    public const string Change = "andra";

    public const string End = "avsluta";

    public const string IdField = "ledighet";

    public const string RevField = "rev";

    public const string FromField = "fran";

    public const string ToField = "till";

    public const string StandInField = "ersattare";

    /// <summary>The act that the form asks for; null when it names none.</summary>
    /// <param name="known">The person's leaves as they were before.</param>
    public static LeaveAct? Of(IFormCollection form, Guid personId, IReadOnlyList<LeaveView> known, DateOnly today)
    {
        var id = Guid.TryParse(form[IdField], out var sent) ? sent : Guid.Empty;
        var (from, to) = (Day(form[FromField]), Day(form[ToField]));
        Guid? standIn = Guid.TryParse(form[StandInField], out var chosen) ? chosen : null;
        var rev = int.TryParse(form[RevField], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        return form[ActForm.Field].ToString() switch
        {
            State => new(new StateLeave(id, personId, from, to, standIn), $"Ledigheten är sparad: {Days(from, to)}."),
            Change => new(new ChangeLeave(id, rev, from, to, standIn), $"Ledigheten är ändrad: {Days(from, to)}."),
            End => new(new EndLeave(id, rev), known.Any(leave => leave.Id == id && leave.From < today)
                ? $"Ledigheten är avslutad. Den sista lediga dagen var {SwedishDate.Long(today.AddDays(-1))}. Påminnelser som har väntat kommer strax."
                : "Ledigheten är borttagen."),
            _ => null,
        };
    }

    /// <summary>"3 juli 2027–30 juli 2027", or the one day.</summary>
    public static string Days(DateOnly from, DateOnly to) => from == to ? SwedishDate.Long(from) : $"{SwedishDate.Long(from)}–{SwedishDate.Long(to)}";

    private static DateOnly Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default;
}
