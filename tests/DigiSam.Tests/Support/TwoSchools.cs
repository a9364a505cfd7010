using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Installation;
using DigiSam.Measures;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.SafetyRounds;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Support;

/// <summary>Two schools of one administration and a home for the elderly of another, with the people of the first school.</summary>
internal sealed class TwoSchools : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 14);

    private TwoSchools(Installed installed) => Installed = installed;

    public Installed Installed { get; }

    public Guid Birch { get; private set; }

    public Guid Oak { get; private set; }

    public Guid Home { get; private set; }

    public Guid Education { get; private set; }

    public Guid Municipality { get; private set; }

    public Guid Manager { get; private set; }

    public Guid SafetyRep { get; private set; }

    public Guid Employee { get; private set; }

    /// <summary>The manager of the other school.</summary>
    public Guid Stranger { get; private set; }

    public static async Task<TwoSchools> Create(InstalledDefinitions? definitions = null)
    {
        var schools = new TwoSchools(await Installed.Create(definitions));
        await schools.Installed.Do(new ImportOrganisation(
            "organisation.csv",
            """
            administration_code;administration;board;unit_code;unit
            BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E1;Björkskolan
            BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E2;Ekskolan
            OMS;Omsorgsförvaltningen;Omsorgsnämnden;H1;Ängens äldreboende

            """u8.ToArray(),
            null,
            DryRun: false));
        await schools.Installed.InDatabase(async database =>
        {
            var places = await database.Places.ToListAsync();
            Guid Named(string name) => places.Single(place => place.Name == name).Id;
            (schools.Birch, schools.Oak, schools.Home) = (Named("Björkskolan"), Named("Ekskolan"), Named("Ängens äldreboende"));
            (schools.Education, schools.Municipality) = (Named("Barn- och utbildningsförvaltningen"), Named("Exempelkommunen"));
            return true;
        });
        schools.Manager = await schools.Installed.PersonWith(Role.Manager, schools.Birch);
        schools.SafetyRep = await schools.Installed.PersonWith(Role.SafetyRep, schools.Birch);
        schools.Employee = await schools.Installed.PersonWith(Role.Employee, schools.Birch);
        schools.Stranger = await schools.Installed.PersonWith(Role.Manager, schools.Oak);
        return schools;
    }

    public Task<T> AsManager<T>(IRequest<T> request) => As(Manager, request);

    public async Task<T> As<T>(Guid person, IRequest<T> request) => await Installed.SendAs(person, request) switch
    {
        Outcome<T>.Done done => done.Result,
        Outcome<T>.Broken broken => throw new InvalidOperationException($"{broken.Rule}: {broken.Message}"),
        Outcome<T>.Invalid invalid => throw new InvalidOperationException(string.Join(" | ", invalid.Messages)),
        var other => throw new InvalidOperationException($"{other}"),
    };

    /// <summary>Sends as the manager and expects a rule to stand in the way; the rule's name.</summary>
    public async Task<string> Refused<T>(IRequest<T> request) => Assert.IsType<Outcome<T>.Broken>(await Installed.SendAs(Manager, request)).Rule;

    public async Task<IReadOnlyList<string>> Invalid<T>(IRequest<T> request) => Assert.IsType<Outcome<T>.Invalid>(await Installed.SendAs(Manager, request)).Messages;

    public async Task Denied<T>(Guid person, IRequest<T> request) => Assert.IsType<Outcome<T>.Denied>(await Installed.SendAs(person, request));

    /// <summary>An open risk of the first school, assessed if a likelihood is given.</summary>
    public async Task<Guid> Risk(string title = "Hala golv i entrén", int? likelihood = null, int consequence = 3, bool serious = false)
    {
        var risk = await AsManager(new AddRisk(Birch, Guid.CreateVersion7(), title, "Golvet blir blött när det regnar.", RiskCategory.Premises, RiskSource.Other, Today));
        if (likelihood is not null)
            await AsManager(new AssessRisk(Birch, risk, Guid.CreateVersion7(), likelihood, consequence, serious, "Två har halkat."));
        return risk;
    }

    public AddMeasure Measure(params Guid[] risks) => new(
        Birch, Guid.CreateVersion7(), risks, "Lägg en torkmatta", MeasureKind.AtSource, Manager, Today.AddDays(30), 4500m);

    /// <summary>A completed round of the first school: every answer is Yes but those to the questions given, by place in the list.</summary>
    public async Task<(Guid Round, IReadOnlyList<ChecklistQuestion> Questions)> Round(params (int Question, RoundAnswerValue Answer, string Note)[] deficiencies)
    {
        var round = await AsManager(new PlanRound(Birch, "hot-och-vald", Today));
        var questions = (await AsManager(new ReadRound(Birch, round))).Checklist.Questions.ToList();
        foreach (var (question, index) in questions.Select((question, index) => (question, index)))
        {
            var found = deficiencies.FirstOrDefault(deficiency => deficiency.Question == index && deficiency.Note is not null);
            await AsManager(new AnswerRoundQuestion(Birch, round, Guid.CreateVersion7(), question.Key, found.Note is null ? RoundAnswerValue.Yes : found.Answer, found.Note));
        }

        await AsManager(new CompleteRound(Birch, round));
        return (round, questions);
    }

    public ValueTask DisposeAsync() => Installed.DisposeAsync();
}
