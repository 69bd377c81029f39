using System.Reflection;
using System.Text.Json;

namespace SencoSurvey.LocalHost.Platform;

/// <summary>Makes a function's class, binds its parameters and calls it.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes)
{
    /// <summary>As the worker reads messages.</summary>
    private static readonly JsonSerializerOptions MessageOptions = new() { PropertyNameCaseInsensitive = true };

    public Task<object?> InvokeAsync(FunctionEntry function, HttpRequest request) => InvokeAsync(function, parameter => parameter switch
    {
        _ when parameter.ParameterType == typeof(HttpRequest) => request,
        _ when parameter.ParameterType == typeof(CancellationToken) => request.HttpContext.RequestAborted,
        _ => request.RouteValues[parameter.Name!],
    });

    public Task<object?> InvokeAsync(FunctionEntry function, string message, CancellationToken cancel) => InvokeAsync(function, parameter => parameter switch
    {
        _ when parameter.ParameterType == typeof(CancellationToken) => cancel,
        _ when parameter.ParameterType == typeof(string) => message,
        _ => JsonSerializer.Deserialize(message, parameter.ParameterType, MessageOptions),
    });

    public Task<object?> InvokeAsync(FunctionEntry function, TimerInfo timer, CancellationToken cancel) =>
        InvokeAsync(function, parameter => parameter.ParameterType == typeof(CancellationToken) ? cancel : timer);

    private async Task<object?> InvokeAsync(FunctionEntry function, Func<ParameterInfo, object?> bind)
    {
        await using var scope = scopes.CreateAsyncScope();
        var instance = ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Method.DeclaringType!);
        var result = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [.. function.Method.GetParameters().Select(bind)], null);
        if (result is not Task task) return result;
        await task;
        return task.GetType().GetProperty(nameof(Task<object>.Result))?.GetValue(task);
    }
}
