using DigiSam.Access;
using DigiSam.Leaves;
using DigiSam.Processes;
using DigiSam.Tests.SamYears;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Leaves;

/// <summary>A school in its SAM year on 7 January 2027, with a colleague at the next school and a director above the head.</summary>
internal sealed class StaffRoom : IAsyncDisposable
{
    private StaffRoom(School school) => School = school;

    public School School { get; }

    /// <summary>Manager of the other unit.</summary>
    public Guid Colleague { get; private set; }

    /// <summary>Manager of the municipality.</summary>
    public Guid Director { get; private set; }

    public Guid Administrator { get; private set; }

    public static async Task<StaffRoom> Open()
    {
        var room = new StaffRoom(await School.On(new DateOnly(2026, 12, 1)));
        var municipality = await room.School.Installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync());
        room.Colleague = await room.School.Installed.PersonWith(Role.Manager, room.School.OtherUnit);
        room.Director = await room.School.Installed.PersonWith(Role.Manager, municipality);
        room.Administrator = await room.School.Installed.PersonWith(Role.Administrator, municipality);
        await room.School.Start(2027);
        await room.GoTo(new DateOnly(2027, 1, 7));
        return room;
    }

    /// <summary>Lets a day come, and all that falls on it.</summary>
    public async Task GoTo(DateOnly day)
    {
        School.GoTo(day);
        await School.Pump.RunOnce(default);
    }

    /// <summary>States a leave of the person, by themselves or by another.</summary>
    public async Task<Guid> Away(Guid person, DateOnly from, DateOnly to, Guid? standIn = null, Guid? by = null)
    {
        var id = Guid.CreateVersion7();
        await School.As(by ?? person, new StateLeave(id, person, from, to, standIn));
        return id;
    }

    public async Task<IReadOnlyList<MyTask>> Reminders(Guid person) => [.. (await School.Tasks(person)).Where(task => task.Kind == InboxTaskKind.Reminder && !task.Link.StartsWith("/checklistor", StringComparison.Ordinal))];

    public Task<int> Events(ProcessEventKind kind) => School.Installed.InDatabase(database => database.ProcessEvents.CountAsync(happened => happened.Kind == kind && happened.StepKey == "plan"));

    public ValueTask DisposeAsync() => School.DisposeAsync();
}
