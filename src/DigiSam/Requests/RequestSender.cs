using DigiSam.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Requests;

/// <summary>
/// The one way into the domain, for pages, API, command line and timers alike. Each request gets a scope (and with it a
/// database context) of its own; failures become an <see cref="Outcome{TResult}"/> here and nowhere else.
/// </summary>
public sealed class RequestSender(IServiceScopeFactory scopes)
{
    /// <summary>Sends a request as the person <paramref name="actor"/>, whose roles are read anew for it.</summary>
    public async Task<Outcome<TResult>> Send<TResult>(Guid actor, IRequest<TResult> request, CancellationToken stop = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().PersonId = actor;
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
