using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SoftKernels.Generator.Parsing;

/// <summary>
/// A compilation as far as models can depend on it: what it declares, and with which references. Equal to that of a compilation
/// which differs in bodies, comments and blanks only, so that typing there costs one comparison and binds nothing.
/// Whether analyzers run belongs to it: where they don't, the generator has more to say.
/// </summary>
internal sealed class Declarations : IEquatable<Declarations>
{
    /// <summary>Something to know a reference by: it may be a project's whole compilation, which must not be kept alive.</summary>
    private static readonly ConditionalWeakTable<MetadataReference, object> s_identities = new();

    /// <summary>Set by the package's targets.</summary>
    private const string AnalyzersOff = "build_property.SoftKernelsAnalyzersOff";

    private readonly List<SyntaxTree> _trees;
    private readonly List<object> _references = [];

    // Of two equal values the pipeline keeps the older one.
    private readonly WeakReference<Compilation> _compilation;

    public Declarations(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        AreAnalyzersOff = options.GlobalOptions.TryGetValue(AnalyzersOff, out string? isOff) && string.Equals(isOff, "true", StringComparison.OrdinalIgnoreCase);
        _compilation = new(compilation);
        _trees = [.. compilation.SyntaxTrees];
        foreach (MetadataReference reference in compilation.ExternalReferences)
        {
            _references.Add(s_identities.GetOrCreateValue(reference));
        }
    }

    /// <summary>For the run of the generator that made this value: equal values are not looked into again.</summary>
    public Compilation Compilation => _compilation.TryGetTarget(out Compilation compilation)
        ? compilation
        : throw new InvalidOperationException("The compilation has ended with its run.");

    public bool AreAnalyzersOff { get; }

    public bool Equals(Declarations? other)
    {
        if (other is null || AreAnalyzersOff != other.AreAnalyzersOff || _trees.Count != other._trees.Count || _references.Count != other._references.Count)
        {
            return false;
        }

        for (int i = 0; i < _references.Count; i++)
        {
            if (!ReferenceEquals(_references[i], other._references[i]))
            {
                return false;
            }
        }

        for (int i = 0; i < _trees.Count; i++)
        {
            if (!DeclareTheSame(_trees[i], other._trees[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Declarations);

    public override int GetHashCode() => _trees.Count;

    private static bool DeclareTheSame(SyntaxTree one, SyntaxTree other) =>
        ReferenceEquals(one, other)
        || (one.FilePath == other.FilePath && one.Options.Equals(other.Options) && SyntaxFactory.AreEquivalent(one, other, topLevel: true));
}
