using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using Microsoft.CodeAnalysis;
using Xunit;

namespace SoftKernels.Docs.Tests;

/// <summary>The blocks of a page, and the library that its declarations make for its programs.</summary>
internal sealed class Page
{
    private const string LibraryName = "Declarations";
    private const string ProgramName = "Program";

    /// <summary>The console is one for all programs, and tests run side by side.</summary>
    private static readonly Lock s_console = new();

    private readonly Lazy<Consumer> _library;
    private readonly Lazy<byte[]> _libraryImage;
    private readonly Lazy<MetadataReference> _libraryReference;

    public Page(string name, string markdown)
    {
        Blocks = PageReader.Blocks(name, markdown);
        _library = new(() => new Consumer(
            LibraryName,
            OutputKind.DynamicallyLinkedLibrary,
            Blocks.Where(block => block.Kind == BlockKind.Declarations).Select(Source)
                .Append(("", $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{ProgramName}\")]"))));
        _libraryImage = new(() => _library.Value.Image());
        _libraryReference = new(() => MetadataReference.CreateFromImage(_libraryImage.Value));
    }

    public IReadOnlyList<Block> Blocks { get; }

    public IReadOnlyList<string> Generated => _library.Value.Generated;

    /// <summary>What the compiler says of the declarations in a block, and of what is generated for the page.</summary>
    public IEnumerable<Diagnostic> Complaints(Block declarations) => _library.Value.Complaints
        .Where(complaint => complaint.Location.SourceTree is not { } tree || tree.FilePath == declarations.ToString() || Generated.Contains(tree.ToString()));

    /// <summary>Compiles a program, runs it, and returns what it has printed.</summary>
    public string Run(Block program)
    {
        var consumer = new Consumer(ProgramName, OutputKind.ConsoleApplication, [Source(program)], _libraryReference.Value);
        Assert.Empty(consumer.Complaints);

        using var output = new StringWriter(CultureInfo.InvariantCulture);
        lock (s_console)
        {
            var context = new AssemblyLoadContext(ProgramName, isCollectible: true);
            TextWriter console = Console.Out;
            try
            {
                Console.SetOut(output);
                Load(context, _libraryImage.Value);
                Load(context, consumer.Image()).EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null);
            }
            finally
            {
                Console.SetOut(console);
                context.Unload();
            }
        }

        return output.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static (string Path, string Code) Source(Block block) => (block.ToString(), block.Code);

    private static Assembly Load(AssemblyLoadContext context, byte[] image)
    {
        using var stream = new MemoryStream(image);
        return context.LoadFromStream(stream);
    }
}
