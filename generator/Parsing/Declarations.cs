using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SoftKernels.Generator.Parsing;

/// <summary>
/// A compilation as far as models can depend on it: what it declares, and with which references. Equal to that of a compilation
/// which differs in bodies, comments and blanks only, so that typing there costs one comparison and binds nothing.
/// </summary>
internal sealed class Declarations(Compilation compilation) : IEquatable<Declarations>
{
    /// <summary>Something to know a reference by: it may be a project's whole compilation, which must not be kept alive.</summary>
    private static readonly ConditionalWeakTable<MetadataReference, object> s_identities = new();

    private readonly ImmutableArray<SyntaxTree> _trees = compilation.SyntaxTrees.ToImmutableArray();
    private readonly object[] _references = [.. compilation.ExternalReferences.Select(s_identities.GetOrCreateValue)];

    // Of two equal values the pipeline keeps the older one.
    private readonly WeakReference<Compilation> _compilation = new(compilation);

    /// <summary>For the run of the generator that made this value: equal values are not looked into again.</summary>
    public Compilation Compilation => _compilation.TryGetTarget(out Compilation compilation)
        ? compilation
        : throw new InvalidOperationException("The compilation has ended with its run.");

    public bool Equals(Declarations? other) =>
        other is not null
        && _trees.Length == other._trees.Length
        && _references.SequenceEqual(other._references)
        && _trees.Zip(other._trees, DeclareTheSame).All(same => same);

    public override bool Equals(object? obj) => Equals(obj as Declarations);

    public override int GetHashCode() => _trees.Length;

    private static bool DeclareTheSame(SyntaxTree one, SyntaxTree other) =>
        ReferenceEquals(one, other)
        || (one.FilePath == other.FilePath && one.Options.Equals(other.Options) && SyntaxFactory.AreEquivalent(one, other, topLevel: true));
}
