using System;
using Microsoft.CodeAnalysis.Editing;

namespace SoftKernels.CodeFixes.ByHand;

/// <summary>What a fix does to a file.</summary>
/// <param name="Method">The method of <c>SoftMath</c> that is called then.</param>
/// <param name="Apply">Does it.</param>
internal sealed record Edit(string Method, Action<DocumentEditor> Apply);
