using System;
using System.Collections.Generic;
using System.Linq;
using SoftKernels;

namespace Playground.Kernel;

/// <summary>What the editor offers to complete: the examples, and of the attribute its parameters and their values.</summary>
/// <param name="Label">What is offered.</param>
/// <param name="Detail">Beside it.</param>
/// <param name="Text">What is inserted, or the whole text.</param>
/// <param name="After">What has to stand before it.</param>
/// <param name="IsWhole">Whether all that stands there is replaced.</param>
internal sealed record Completion(string Label, string Detail, string Text, string After, bool IsWhole = false);

internal static class Completions
{
    public static IReadOnlyList<Completion> All { get; } =
    [
        new("SoftKernel", "attribute", "SoftKernel", "["),
        .. Parameters(", "),
        .. Parameters("("),
        .. Members<SoftOperations>(),
        .. Members<SoftExtras>(),
        .. Examples.All.Select(example => new Completion($"Example: {example.Title}", example.Group, example.Text, "", IsWhole: true)),
    ];

    private static IEnumerable<Completion> Parameters(string after) => typeof(SoftKernelAttribute)
        .GetProperties()
        .Where(property => property.DeclaringType == typeof(SoftKernelAttribute) && property.CanWrite)
        .Select(property => new Completion(property.Name, property.PropertyType.Name, $"{property.Name} = ", after));

    private static IEnumerable<Completion> Members<T>()
        where T : struct, Enum
        => Enum.GetNames<T>().Select(name => new Completion(name, typeof(T).Name, name, $"{typeof(T).Name}."));
}
