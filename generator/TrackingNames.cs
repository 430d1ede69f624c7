namespace SoftKernels.Generator;

/// <summary>The names of the pipeline's steps: tests demand that each of them is cached.</summary>
internal static class TrackingNames
{
    public const string Declarations = nameof(Declarations);
    public const string Parse = nameof(Parse);
    public const string Files = nameof(Files);
}
