using FluentValidation;
using MediatR;

namespace DigiSam.Requests;

/// <summary>Second step of every request: its validators, all faults at once.</summary>
internal sealed class ValidateStep<TRequest, TResult>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken stop, RequestHandlerDelegate<TResult> next)
    {
        var failures = validators.SelectMany(validator => validator.Validate(request).Errors).ToList();
        return failures.Count > 0 ? throw new ValidationException(failures) : await next();
    }
}
