namespace DigiSam.AnnualReports.Checking.Reading;

/// <summary>
/// Reads what sentences claim of metrics. It passes over what it is not sure of: other places, groups and times, what should be
/// or may be, and sentences whose subject is something else.
/// </summary>
internal sealed class ClaimReader(ReadingScope scope)
{
    /// <summary>Tokens; what is longer is a list without full stops.</summary>
    private const int LongestSentence = 300;

    private const string Sum = "extra-hours";

    private const string PublishedAll = DigiSam.Metrics.PublishedGroups.All;

    private static readonly HashSet<string> Openers = ["den", "det", "vilket", "för", "bland", "hos", "kvinnors", "kvinnornas", "mäns", "männens", "minskningen", "ökningen", "även", "motsvarande"];

    /// <summary>The claims of each of the sentences of a section, in their order.</summary>
    public IReadOnlyList<IReadOnlyList<Claim>> Read(IReadOnlyList<Sentence> sentences)
    {
        var said = new List<IReadOnlyList<Claim>>(sentences.Count);
        var subject = Subject.None;
        foreach (var sentence in sentences)
        {
            if (sentence.Tokens.Count > LongestSentence || ((sentence.BeginsBlock || subject.Metrics.Count == 0) && !sentence.Tokens.Any(token => token.Kind == TokenKind.Word && MetricWords.Begins(token.Text))))
            {
                said.Add([]);
                subject = Subject.None;
                continue;
            }

            var carries = !sentence.BeginsBlock && sentence.Tokens.Count > 0 && Openers.Contains(sentence.Tokens[0].Text);
            var (claims, last) = Read(sentence.Tokens, carries ? subject with { IsOtherTime = false, IsUnsure = false } : Subject.None);
            said.Add(claims);
            subject = last;
        }

        return said;
    }

    private (IReadOnlyList<Claim> Claims, Subject Last) Read(IReadOnlyList<TextToken> tokens, Subject subject)
    {
        var claims = new List<Claim>();
        foreach (var clause in Clauses.Of(tokens))
        {
            subject = Of(tokens, clause, subject);
            if (subject.IsOther || subject.IsOtherTime || subject.IsUnsure || subject.Metrics.Count == 0)
                continue;
            var trend = Trends.In(tokens, clause);
            var amounts = Amounts.In(tokens, clause).ToList();
            var before = claims.Count;
            foreach (var amount in amounts)
                claims.AddRange(Of(tokens, clause, subject, trend, amount));
            if (trend is { } told && IsNear(tokens, subject, told) && !claims.Skip(before).Any(claim => claim.Kind is ClaimKind.Change or ClaimKind.RelativeChange))
                claims.AddRange(OfTrend(tokens, subject, told));
        }

        return (claims, subject);
    }

    private Subject Of(IReadOnlyList<TextToken> tokens, Clause clause, Subject inherited)
    {
        var part = Enumerable.Range(clause.First, clause.End - clause.First).Select(at => tokens[at]).ToList();
        var mentions = MetricWords.In(part).ConvertAll(mention => new MetricMention(mention.Metric, mention.First + clause.First, mention.Last + clause.First));
        var groups = part.Select(GroupOf).OfType<string>().Distinct().ToList();
        var other = part.Exists(scope.IsOther);
        if (clause.First == 0 && mentions.Count > 0)
            inherited = Subject.None;
        var otherTime = part.Exists(scope.IsOtherTime) || (inherited.IsOtherTime && !part.Exists(token => token.IsYear));
        var unreal = part.Exists(token => Words.Unreal.Contains(token.Text));
        if (mentions.Count > 0)
        {
            var told = mentions.Where(mention => IsSubject(tokens, clause, mention) || mentions.Exists(first => first.Last < mention.First && IsSubject(tokens, clause, first) && MetricWords.Joined(tokens, first, mention))).ToList();
            return new Subject(told, [.. told.Select(mention => mention.Metric)], groups.Count > 0 ? groups : [PublishedAll], other || inherited.IsOther, otherTime, told.Count == 0 || unreal);
        }

        // A part of a sentence that names no metric goes on about the last one, when no other noun has come in.
        return inherited with
        {
            Mentions = [],
            Metrics = MetricWords.SpanIn(part, inherited.Metrics) is { } span ? [span] : inherited.Metrics,
            Groups = groups.Count > 0 ? groups : inherited.Groups,
            IsOther = other || inherited.IsOther,
            IsOtherTime = otherTime,
            IsUnsure = unreal || !part.TrueForAll(IsLight),
        };
    }

    /// <summary>A word that brings no other subject in.</summary>
    private bool IsLight(TextToken token) => token.Kind != TokenKind.Word || Words.Light.Contains(token.Text) || Words.Slight.Contains(token.Text) || Words.Strong.Contains(token.Text) || Words.Hedges.Contains(token.Text)
        || Words.Negations.Contains(token.Text) || Words.Numbers.ContainsKey(token.Text) || GroupOf(token) is not null || scope.IsOwn(token);

    /// <summary>"arbetet med sjukfrånvaron har ökat" is about the work.</summary>
    private bool IsSubject(IReadOnlyList<TextToken> tokens, Clause clause, MetricMention mention)
    {
        var at = mention.First - 1;
        while (at >= clause.First && (tokens[at].Text is "den" or "det" or "de" or "vår" or "våra" or "totala" or "korta" or "långa" or "externa" or "både" or "rapporterade" or "anmälda" or "och" or "samt" or "/" || MetricWords.Names(tokens[at].Text) || GroupOf(tokens[at]) is not null || scope.IsOwn(tokens[at])))
            at--;
        if (at < clause.First || !Words.Prepositions.Contains(tokens[at].Text))
            return true;
        return at == clause.First ? tokens[at].Text is "för" or "bland" : Words.Heads.Contains(tokens[at - 1].Text);
    }

    private IEnumerable<Claim> Of(IReadOnlyList<TextToken> tokens, Clause clause, Subject subject, TrendMention? trend, Amount amount)
    {
        if (amount.Unit == AmountUnit.Percent && amount.Last + 1 < clause.End && tokens[amount.Last + 1].Text == "av" && !(amount.Last + 2 < clause.End && tokens[amount.Last + 2].Text is "ordinarie" or "arbetstiden" or "den"))
            yield break;
        var metric = amount.Unit == AmountUnit.Count ? Counting.MetricOf(tokens, clause, amount) : Measured(tokens, clause, subject, amount);
        if (metric is null || subject.Groups.Count != 1)
            yield break;
        var with = amount.First - (amount.IsAbout ? 2 : 1);
        var withTrend = trend is { } told && with >= clause.First && tokens[with].Text == "med" && told.First < amount.First;
        var relative = amount.Unit == AmountUnit.Percent && (withTrend || amount.IsChange);
        var kind = relative ? ClaimKind.RelativeChange : amount.IsChange || withTrend ? ClaimKind.Change : ClaimKind.Value;
        if (kind == ClaimKind.Value && amount.Unit != AmountUnit.Count && Far(tokens, clause, subject, amount))
            yield break;
        var direction = withTrend ? trend!.Value.Trend : kind == ClaimKind.Value ? Trend.None : Counting.DirectionAt(tokens, clause, amount) ?? trend?.Trend ?? Trend.None;
        var from = withTrend ? trend!.Value.First : amount.First;
        yield return new Claim(kind, metric, subject.Groups[0], direction, Strength.Plain, amount.Value, amount.Decimals, amount.IsAbout, PeriodOf(tokens, clause, amount), tokens[from].Start, tokens[amount.Last].End - tokens[from].Start);
    }

    /// <summary>The metric of a percentage or of hours: named right after it, else the nearest before it, else what the sentence is about.</summary>
    private static string? Measured(IReadOnlyList<TextToken> tokens, Clause clause, Subject subject, Amount amount)
    {
        bool Fits(string metric) => amount.Unit switch
        {
            AmountUnit.Hours => metric is "additional-hours" or "overtime-hours" or "extra-hours",
            AmountUnit.Points => metric.StartsWith("sick-leave", StringComparison.Ordinal) || metric == "turnover-external",
            _ => true,
        };
        var after = subject.Mentions.Where(mention => mention.First == amount.Last + 1).Select(mention => mention.Metric).LastOrDefault(Fits);
        if (after is not null)
            return after;
        var all = subject.Metrics.Where(Fits).ToList();
        if (amount.Unit == AmountUnit.Hours && subject.Mentions.Count == 0 && Enumerable.Range(clause.First, amount.First - clause.First).Any(at => tokens[at].Text is "totalt" or "sammanlagt" or "sammantaget"))
            return Sum;
        if (all.Contains(Sum) && amount.Unit == AmountUnit.Hours)
            return Sum;
        var before = subject.Mentions.Where(mention => mention.Last < amount.First).OrderByDescending(mention => mention.Last).Select(mention => mention.Metric).FirstOrDefault(Fits);
        return before ?? (all.Count == 1 ? all[0] : null);
    }

    /// <summary>Another noun has come between the metric and the number: it may be about that.</summary>
    private bool Far(IReadOnlyList<TextToken> tokens, Clause clause, Subject subject, Amount amount)
    {
        var mention = subject.Mentions.Where(mention => mention.Last < amount.First).OrderByDescending(mention => mention.Last).Select(mention => (MetricMention?)mention).FirstOrDefault();
        for (var at = (mention?.Last ?? clause.First - 1) + 1; at < amount.First; at++)
        {
            if (!IsLight(tokens[at]) && !MetricWords.Names(tokens[at].Text) && tokens[at].Text is not ("klarmarkerade" or "händelser"))
                return true;
        }

        return false;
    }

    /// <summary>Nothing else has come between the metric and the word of direction: "mertid används vid frånvaro, som har ökat".</summary>
    private bool IsNear(IReadOnlyList<TextToken> tokens, Subject subject, TrendMention trend)
    {
        var before = subject.Mentions.Where(mention => mention.Last < trend.First).ToList();
        return before.Count == 0 || Enumerable.Range(before.Max(mention => mention.Last) + 1, trend.First - before.Max(mention => mention.Last) - 1).All(at => IsLight(tokens[at]));
    }

    private ClaimedPeriod PeriodOf(IReadOnlyList<TextToken> tokens, Clause clause, Amount amount)
    {
        for (var at = amount.First - 1; at >= Math.Max(clause.First, amount.First - 3) && tokens[at].Text != "till"; at--)
        {
            if (tokens[at].Text is "från" or "mot" || (tokens[at].Text == "jämfört" && at + 1 < clause.End && tokens[at + 1].Text == "med"))
                return ClaimedPeriod.Before;
        }

        var told = Enumerable.Range(clause.First, clause.End - clause.First)
            .Where(at => tokens[at].IsYear ? scope.IsYearBefore(tokens[at]) : Trends.Before(tokens, at, clause.End)).ToList();
        if (told.Count == 0)
            return ClaimedPeriod.Current;
        return told[0] <= clause.First + 2 && !OfComparison(tokens, clause, told[0]) ? ClaimedPeriod.Before : ClaimedPeriod.Either;
    }

    /// <summary>"jämfört med föregående år", "än 2024", "från året innan" name what is compared with.</summary>
    private static bool OfComparison(IReadOnlyList<TextToken> tokens, Clause clause, int at) =>
        Enumerable.Range(Math.Max(clause.First, at - 3), Math.Min(3, at - clause.First)).Any(index => tokens[index].Text is "jämfört" or "än" or "från" or "mot" or "sedan" or "med");

    private static IEnumerable<Claim> OfTrend(IReadOnlyList<TextToken> tokens, Subject subject, TrendMention trend) =>
        from metric in subject.Metrics.Contains(Sum) && !tokens.Any(token => token.Is("både")) ? [Sum] : subject.Metrics.Distinct()
        from @group in subject.Groups
        select new Claim(ClaimKind.Trend, metric, @group, trend.Trend, trend.Strength, 0, 0, trend.IsAbout, ClaimedPeriod.Current, tokens[trend.First].Start, tokens[trend.Last].End - tokens[trend.First].Start);

    private static string? GroupOf(TextToken token) => Words.Women.Contains(token.Text) ? "kvinnor" : Words.Men.Contains(token.Text) ? "män" : null;

    /// <summary>What a part of a sentence is about, as far as it is known: the metrics of its own words, else those that it goes on about.</summary>
    private sealed record Subject(IReadOnlyList<MetricMention> Mentions, IReadOnlyList<string> Metrics, IReadOnlyList<string> Groups, bool IsOther, bool IsOtherTime, bool IsUnsure)
    {
        public static Subject None { get; } = new([], [], [PublishedAll], false, false, false);
    }
}
