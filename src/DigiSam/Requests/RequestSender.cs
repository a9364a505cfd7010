using DigiSam.Access;
using DigiSam.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Requests;

/// <summary>
/// The one way into the domain, for pages, API, command line and timers alike. Each request gets a scope (and with it a
/// database context) of its own, and a command that met another is run again; failures become an
/// <see cref="Outcome{TResult}"/> here and nowhere else.
/// </summary>
public sealed class RequestSender(IServiceScopeFactory scopes, DatabaseEngine engine)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// Sends a request as the person <paramref name="actor"/>, whose roles are read anew for it; only the queries of one page
    /// share a reading (<see cref="RolesOfOneView"/>).
    /// </summary>
    public async Task<Outcome<TResult>> Send<TResult>(Guid actor, IRequest<TResult> request, CancellationToken stop = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnce(actor, request, stop);
            }
            catch (Exception fault) when (request is ICommand && engine.TriesAfter(fault) is var tries and > 0)
            {
                if (attempt > tries)
                    return new Outcome<TResult>.Conflict("Flera sparade samtidigt, och din ändring hann inte med. Ingenting har skrivits över. Försök igen om en stund.");

                // Two that got in each other's way should not meet again at the same instant.
                await Task.Delay(Pause * Math.Pow(2, attempt) * (0.5 + Random.Shared.NextDouble()), stop);
            }
        }
    }

    private async Task<Outcome<TResult>> SendOnce<TResult>(Guid actor, IRequest<TResult> request, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        current.PersonId = actor;
        current.View = request is ICommand ? null : RolesOfOneView.Now;
        try
        {
            return new Outcome<TResult>.Done(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, stop));
        }
        catch (AccessDenied denied)
        {
            return new Outcome<TResult>.Denied(denied.Message);
        }
        catch (ValidationException invalid)
        {
            return new Outcome<TResult>.Invalid([.. invalid.Errors.Select(error => error.ErrorMessage)]);
        }
        catch (BrokenRule broken)
        {
            return new Outcome<TResult>.Broken(broken.GetType().Name, broken.Message, broken.Details);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<TResult>.Conflict(
                "Någon annan ändrade samma sak medan du arbetade. Inget har skrivits över. Läs in den nya versionen och gör om din ändring.");
        }
    }
}
