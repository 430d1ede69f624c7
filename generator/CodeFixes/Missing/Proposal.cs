using SoftKernels.Generator.Model;

namespace SoftKernels.CodeFixes.Missing;

/// <summary>What would let a call of a method that there is not find one.</summary>
/// <param name="Method">The method that is then called.</param>
/// <param name="From">The declared size that asks for more; none where one is added, or where the method is there under another name.</param>
/// <param name="To">What is asked for then.</param>
internal sealed record Proposal(string Method, KernelModel? From, KernelModel? To);
