using DigiSam.Access;
using MediatR;

namespace DigiSam.Requests;

/// <summary>First step of every request: the actor must hold a role with the request's permission in its place.</summary>
internal sealed class AuthoriseStep<TRequest, TResult>(AccessCheck access) : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken stop, RequestHandlerDelegate<TResult> next)
    {
        await access.Demand(RequestCatalogue.PermissionOf(typeof(TRequest)), request, stop);
        return await next();
    }
}
