namespace DigiSam.Web.AnnualReports;

/// <summary>A report below that may be quoted.</summary>
public sealed record QuoteSource(Guid PlaceId, string Place);
