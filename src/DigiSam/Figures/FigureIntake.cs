using DigiSam.ColumnMappings;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>A file as it is to be stored.</summary>
/// <param name="Lines">Lines with data in the file.</param>
/// <param name="Periods">The periods that the file speaks of, in order.</param>
/// <param name="Notes">What was done to the rows on the way.</param>
internal sealed record TakenFigures(IReadOnlyList<FigureRow> Rows, int Lines, IReadOnlyList<DateOnly> Periods, IReadOnlyList<RowFault> Notes);

/// <summary>Reads a file into rows that may be stored, or fails with <see cref="FileRefused"/>.</summary>
internal sealed class FigureIntake(DigiSamContext database, MappedSources sources, FigureGrouping grouping, SurveyShield shield)
{
    public async Task<TakenFigures> Of(ImportFigures request, FigureTableForm form, DateOnly today, CancellationToken stop)
    {
        var (faults, notes) = (new FaultList(request.Source.Name), new List<RowFault>());
        var source = await sources.Of(request.Source, form.Kind, notes, stop);
        var places = await AbsencePlaces.Read(database, stop);
        if (form.Table == FigureTable.Incidents)
        {
            var (extract, counts) = IncidentExtract.Read(source, request.Basis!, places, today, faults);
            if (extract.Last > new DateOnly(today.Year, today.Month, 1))
                faults.Add(0, "utdraget gäller månader som inte har varit än");
            faults.ThrowIfAny();
            notes.Add(new RowFault(0, $"händelserna är {EventBasis.Words(request.Basis!.Code)}, och utdraget gäller {FigureChanges.When(form, extract.First)}{(extract.First == extract.Last ? "" : $" till {FigureChanges.When(form, extract.Last)}")}; det ersätter allt som fanns för den tiden"));
            if (extract.OfOtherKind > 0)
                notes.Add(new RowFault(0, $"{SwedishNumber.Show(extract.OfOtherKind, 0)} {(extract.OfOtherKind == 1 ? "händelse" : "händelser")} är varken arbetsskada, tillbud eller riskobservation och räknas som annat"));
            return await Grouped(form, counts, extract.Events, (extract.First, extract.Last), request.Basis.Code, notes, stop);
        }

        var rows = FigureFile.Open(form, source, places, today, faults).Rows().ToList();
        faults.ThrowIfAny();
        if (form.IsExtract)
            return await Grouped(form, rows, rows.Count, (rows.Min(row => row.Key.Period), rows.Max(row => row.Key.Period)), "", notes, stop);
        if (form.Table == FigureTable.Survey)
            await shield.Check(rows, faults, stop);
        faults.ThrowIfAny();
        return new TakenFigures(rows, rows.Count, [.. rows.Select(row => row.Key.Period).Distinct().Order()], notes);
    }

    /// <summary>Lays counts where they may lie, with a row of zeros that says that the month was counted there.</summary>
    private async Task<TakenFigures> Grouped(
        FigureTableForm form, IReadOnlyList<FigureRow> rows, int lines, (DateOnly First, DateOnly Last) covered, string basis, List<RowFault> notes, CancellationToken stop)
    {
        var (months, joined) = await grouping.Of(form, rows.Select(row => row.Key.PlaceId).ToHashSet(), covered.First, covered.Last, stop);
        var sums = new Dictionary<FigureKey, FigureAmounts>();
        foreach (var (month, groups) in months)
        {
            foreach (var place in groups.Above.Keys.Select(groups.Of).Append(groups.Municipality))
                sums[new FigureKey(month, place, FigureSex.All, "")] = default;
        }

        foreach (var row in rows)
        {
            var key = row.Key with { PlaceId = months[row.Key.Period].Of(row.Key.PlaceId) };
            sums[key] = sums.GetValueOrDefault(key) + row.Amounts;
        }

        if (months.Values.All(groups => groups.Kept.Count == 0))
            notes.Add(new RowFault(0, "antalet anställda är inte inläst, och därför räknas allt bara för hela kommunen. Läs in antal anställda per enhet (headcount) och sedan den här filen en gång till"));
        else if (joined is { } place)
            notes.Add(new RowFault(0, $"{await database.Places.Where(known => known.Id == place).Select(known => known.Name).SingleAsync(stop)} räknas bara i kommunens siffra, tillsammans med de platser som har för få eller okänt antal anställda: annars skulle deras siffror gå att räkna ut"));
        return new TakenFigures(
            [.. sums.OrderBy(sum => sum.Key.Period).Select(sum => new FigureRow(0, sum.Key, basis, null, sum.Value))], lines, [.. months.Keys.Order()], notes);
    }
}
