using System.Reflection;

namespace SencoSurvey.LocalHost.Platform;

/// <summary>A method marked as a function, and the trigger among its parameters.</summary>
internal sealed record FunctionEntry(string Name, MethodInfo Method, Attribute Trigger);

/// <summary>The functions of an assembly.</summary>
internal sealed class FunctionCatalogue
{
    private readonly Dictionary<string, FunctionEntry> byName;

    /// <exception cref="InvalidOperationException">Two functions have one name, or a function has no trigger.</exception>
    public FunctionCatalogue(IEnumerable<Type> types)
    {
        var functions =
            from type in types
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            select new FunctionEntry(function.Name, method, TriggerOf(method));
        byName = new Dictionary<string, FunctionEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in functions)
        {
            if (!byName.TryAdd(function.Name, function)) throw new InvalidOperationException($"Two functions are named {function.Name}.");
        }
    }

    public IEnumerable<(FunctionEntry Function, T Trigger)> With<T>()
        where T : Attribute =>
        byName.Values.Where(function => function.Trigger is T).Select(function => (function, (T)function.Trigger));

    public FunctionEntry? Find(string name) => byName.GetValueOrDefault(name);

    private static Attribute TriggerOf(MethodInfo method) =>
        method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes()).FirstOrDefault(attribute => attribute is HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute)
        ?? throw new InvalidOperationException($"{method.DeclaringType!.Name}.{method.Name} has no trigger.");
}
