namespace SoftKernels.Generator.Operations;

/// <summary>
/// A plain operation with more to it, such as a mask: asked for by the plain one's member of <c>SoftOperations</c> and an extra together. Its name may be the
/// plain one's, since its parameters are others.
/// </summary>
internal abstract class Variant(Operation plain, Extras extra, params Port[] ports) : Operation(ports)
{
    public sealed override int Flag => Plain.Flag;

    protected Operation Plain { get; } = plain;

    public sealed override string Member => Plain.Member;

    public sealed override Extras Extra => extra;

    public sealed override bool HasLibraryChecks => Plain.HasLibraryChecks || base.HasLibraryChecks;
}
