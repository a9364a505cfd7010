using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.Processes;
using DigiSam.Requests;
using MediatR;

namespace DigiSam.Tests.Checklists;

/// <summary>Who may do what with checklists that are not published, role by role, for the whole municipality and nowhere else.</summary>
public sealed class ChecklistAccessTests : IAsyncLifetime
{
    private PublishingTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await PublishingTown.Create();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Theory]
    [InlineData(Role.HrStrategist, true, true, false)]
    [InlineData(Role.ChiefSafetyRep, false, true, true)]
    [InlineData(Role.SafetyRep, false, false, false)]
    [InlineData(Role.Manager, false, false, false)]
    [InlineData(Role.Employee, false, false, false)]
    [InlineData(Role.HrPartner, false, false, false)]
    [InlineData(Role.BoardSecretary, false, false, false)]
    [InlineData(Role.CaseOfficer, false, false, false)]
    [InlineData(Role.Administrator, false, false, false)]
    public async Task Hr_publishes_the_chief_representative_answers_and_others_do_neither(Role role, bool publishes, bool reads, bool answers)
    {
        var draft = await _town.Answered();
        var person = await _town.Installed.PersonWith(role, _town.Municipality);
        foreach (var command in Publishing(draft))
            Assert.Equal(publishes, !await IsDenied(person, command));
        Assert.Equal(publishes, !await IsDenied(person, new StartDraft(Guid.CreateVersion7(), PublishingTown.Yaml("brand", 1))));
        Assert.Equal(answers, !await IsDenied(person, new AnswerConsultation(draft.Id, draft.ConsultationId!.Value, Guid.CreateVersion7(), "Bra.")));
        Assert.Equal(reads, !await IsDenied(person, new ReadDraft(PublishingTown.Key)));
        Assert.Equal(reads, !await IsDenied(person, new DownloadDraft(draft.Id)));
        Assert.Equal(reads, !await IsDenied(person, new ReadChecklistProcess(draft.Id)));
        if (role == Role.Administrator)
            return;
        var life = await _town.Life(person: person);
        Assert.Equal((publishes, reads, reads ? 1 : 0), (life.MayPublish, life.MayReadDrafts, life.Consultations.Count));
    }

    [Theory]
    [InlineData(Role.HrStrategist)]
    [InlineData(Role.ChiefSafetyRep)]
    public async Task A_role_in_a_part_of_the_municipality_is_not_enough(Role role)
    {
        var draft = await _town.Answered();
        var person = await _town.Installed.PersonWith(role, _town.School.Administration);
        foreach (var command in Publishing(draft).Append(new AnswerConsultation(draft.Id, draft.ConsultationId!.Value, Guid.CreateVersion7(), "Bra.")))
            Assert.True(await IsDenied(person, command));
        Assert.True(await IsDenied(person, new ReadDraft(PublishingTown.Key)));
        Assert.True(await IsDenied(person, new DownloadDraft(draft.Id)));
        Assert.False((await _town.Life(person: person)).MayReadDrafts);
    }

    [Fact]
    public async Task Whoever_reads_checklists_gets_the_file_of_a_published_one()
    {
        var employee = await _town.Installed.PersonWith(Role.Employee, _town.School.Unit);
        Assert.NotEmpty((await _town.As(employee, new DownloadChecklist(_town.School.Unit, PublishingTown.Key, 1))).Content);
        Assert.True(await IsDenied(Guid.CreateVersion7(), new DownloadChecklist(_town.School.Unit, PublishingTown.Key, 1)));
        Assert.Equal(nameof(ChecklistVersionIsUnknown), await _town.Refused(employee, new DownloadChecklist(_town.School.Unit, PublishingTown.Key, 9)));
    }

    private static IEnumerable<ICommand<Nothing>> Publishing(DraftInLife draft) =>
    [
        new StartNextVersion(Guid.CreateVersion7(), PublishingTown.Key), new ReplaceDraft(draft.Id, draft.Rev, PublishingTown.Yaml(PublishingTown.Key, 2)),
        new SendForConsultation(draft.Id, draft.Rev, Guid.CreateVersion7()), new DropDraft(draft.Id, draft.Rev, "x"),
        new PublishDraft(draft.Id, draft.Rev + 7, new DateOnly(2026, 3, 16)), new ReviewChecklist(Guid.CreateVersion7(), PublishingTown.Key, 9, ReviewFinding.NoChange, "x"),
        new RetireChecklist(Guid.CreateVersion7(), PublishingTown.Key, "x"), new RestoreChecklist(Guid.CreateVersion7()), new TakeBackDraft(Guid.CreateVersion7(), draft.ConsultationId!.Value),
    ];

    private async Task<bool> IsDenied<T>(Guid person, IRequest<T> request) => await _town.Installed.SendAs(person, request) is Outcome<T>.Denied;
}
