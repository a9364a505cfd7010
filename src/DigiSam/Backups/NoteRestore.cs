using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Backups;

/// <summary>
/// Said to the rows of a backup before they are put in use: the audit log tells that they come from it, and everyone has to
/// sign in anew. Passwords, roles and locks are again as they were, so no session may outlive that; and a copy restored
/// elsewhere cannot make cookies for this host.
/// </summary>
/// <param name="Sha256">Of the whole backup file.</param>
[Needs(Permission.BackUp)]
public sealed record NoteRestore(string File, string Sha256, DateTimeOffset MadeAt, string Version) : ICommand<Nothing>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class NoteRestoreValidator : AbstractValidator<NoteRestore>
{
    public NoteRestoreValidator() => RuleFor(note => note.File).NotEmpty();
}

internal sealed class NoteRestoreHandler(DigiSamContext database) : IRequestHandler<NoteRestore, Nothing>
{
    public async Task<Nothing> Handle(NoteRestore request, CancellationToken cancellationToken)
    {
        await database.ProtectionKeys.ExecuteDeleteAsync(cancellationToken);
        return Nothing.Value;
    }
}
