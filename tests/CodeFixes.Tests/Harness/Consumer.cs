using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using SoftKernels.Generator;
using Xunit;

namespace SoftKernels.CodeFixes.Tests.Harness;

/// <summary>The project that the tested programs belong to: .NET 10, the package and its generator, System.Numerics.Tensors.</summary>
internal static class Consumer
{
    public static IEnumerable<Type> Generators { get; } = [typeof(SoftKernelGenerator)];

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. typeof(Consumer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "References").Value!
            .Split('|')
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static void Prepare(AnalyzerTest<DefaultVerifier> test)
    {
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestState.AdditionalReferences.AddRange(References);
        test.TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
    }

    /// <summary>Lets a prepared project know the library by an extern alias only.</summary>
    public static void Rename(AnalyzerTest<DefaultVerifier> test, string alias)
    {
        MetadataReference[] references = [.. test.TestState.AdditionalReferences.Select(reference =>
            reference.Display!.EndsWith("SoftKernels.dll", StringComparison.Ordinal) ? reference.WithAliases([alias]) : reference)];
        test.TestState.AdditionalReferences.Clear();
        test.TestState.AdditionalReferences.AddRange(references);
    }

    public static Task Run(AnalyzerTest<DefaultVerifier> test) => test.RunAsync(TestContext.Current.CancellationToken);
}
