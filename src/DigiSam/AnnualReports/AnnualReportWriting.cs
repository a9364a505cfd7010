using System.Security.Cryptography;

namespace DigiSam.AnnualReports;

/// <summary>A section's text as someone left it. Only ever added: the highest number holds.</summary>
public sealed class SectionTextVersion
{
    private SectionTextVersion()
    {
    }

    internal SectionTextVersion(Guid id, Guid reportId, string sectionKey, int number, string markdown, Guid personId, DateTimeOffset at)
    {
        Id = id;
        ReportId = reportId;
        SectionKey = sectionKey;
        Number = number;
        Markdown = markdown;
        PersonId = personId;
        At = at;
    }

    /// <summary>Made by whoever wrote it, so that the same text arriving twice counts once.</summary>
    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    public string SectionKey { get; private init; } = "";

    /// <summary>1 for the section's first text, then one more each time.</summary>
    public int Number { get; private init; }

    public string Markdown { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>A unit's answer to a question, under the exact wording of a form. Only ever added: the highest number holds.</summary>
public sealed class ReportAnswerVersion
{
    private ReportAnswerVersion()
    {
    }

    internal ReportAnswerVersion(
        Guid id, Guid reportId, string questionKey, int number, ReportAnswer answer, string? comment, ReportAnswer? derived, bool taken, string formSha256, Guid personId, DateTimeOffset at)
    {
        var said = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        if (derived is { } records && records != answer && said is null)
            throw new DifferingAnswerNeedsComment(records);
        Id = id;
        ReportId = reportId;
        QuestionKey = questionKey;
        Number = number;
        Answer = answer;
        Comment = said;
        Derived = derived;
        IsTakenFromRecords = taken;
        FormSha256 = formSha256;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    public string QuestionKey { get; private init; } = "";

    /// <summary>1 for the first, then one more each time.</summary>
    public int Number { get; private init; }

    public ReportAnswer Answer { get; private init; }

    public string? Comment { get; private init; }

    /// <summary>What the records said then; null when they said nothing.</summary>
    public ReportAnswer? Derived { get; private init; }

    /// <summary>Nobody declared it: the derived answer was kept when the report was completed.</summary>
    public bool IsTakenFromRecords { get; private init; }

    /// <summary>SHA-256 of the form version whose wording was answered.</summary>
    public string FormSha256 { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>
/// Someone's decision, made in a report above the units, that another answer than the computed one holds; without an answer
/// the computed one holds again. Only ever added: the highest number holds.
/// </summary>
public sealed class AnswerOverrideVersion
{
    private AnswerOverrideVersion()
    {
    }

    internal AnswerOverrideVersion(Guid id, Guid reportId, string questionKey, int number, ReportAnswer? answer, string? reason, ReportAnswer computedThen, Guid personId, DateTimeOffset at)
    {
        if (answer is not null && string.IsNullOrWhiteSpace(reason))
            throw new OverrideNeedsReason();
        Id = id;
        ReportId = reportId;
        QuestionKey = questionKey;
        Number = number;
        Answer = answer;
        Reason = reason?.Trim() ?? "";
        ComputedThen = computedThen;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    public string QuestionKey { get; private init; } = "";

    /// <summary>1 for the first, then one more each time.</summary>
    public int Number { get; private init; }

    public ReportAnswer? Answer { get; private init; }

    public string Reason { get; private init; } = "";

    public ReportAnswer ComputedThen { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>A file as it went out with the meeting notice, byte for byte.</summary>
public sealed class AnnualReportDocument
{
    private AnnualReportDocument()
    {
    }

    internal AnnualReportDocument(AnnualReport report, string format, string fileName, byte[] content, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        ReportId = report.Id;
        Version = report.Version;
        Locking = report.Locking;
        Format = format;
        FileName = fileName;
        Content = content;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    public int Version { get; private init; }

    /// <summary>Which locking of the report it was made for.</summary>
    public int Locking { get; private init; }

    /// <summary>"docx" or "json".</summary>
    public string Format { get; private init; } = "";

    public string FileName { get; private init; } = "";

    public byte[] Content { get; private init; } = [];

    public string Sha256 { get; private init; } = "";

    public DateTimeOffset At { get; private init; }
}
