using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SoftKernels.Benchmarks.Generator;

/// <summary>What the compiler itself asks for so many files: a generator that looks at nothing and gives empty ones.</summary>
#pragma warning disable RS1036, RS1041 // Never shipped: it runs in this process only.
[Generator(LanguageNames.CSharp)]
internal sealed class FilesOnly(int files) : IIncrementalGenerator
{
    private static readonly SourceText s_empty = SourceText.From("", Encoding.UTF8);

    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.ParseOptionsProvider.SelectMany((_, _) => Enumerable.Range(0, files)),
        static (output, index) => output.AddSource($"Project.Kernels{index:D4}.SoftKernel.g.cs", s_empty));
}
