namespace SoftKernels.Generator.Operations;

/// <summary>A draw from softmax: the library's at every size, as <see cref="TopK"/> is.</summary>
internal sealed class Sample() : Operation(
    Port.Row("logits"), Port.Uniform("uniform", "uniforms", "The number to draw by, from 0 to below 1"), Port.IndexResult("index", "indices", "The index that is drawn"))
{
    public override string Name => "Sample";

    public override int Flag => 1 << 11;

    public override bool HasLibraryChecks => true;

    public override string Summary => "A draw from softmax, by a number from 0 to below 1.";
}
