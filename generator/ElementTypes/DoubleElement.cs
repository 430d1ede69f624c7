namespace SoftKernels.Generator.ElementTypes;

internal static class DoubleElement
{
    public static readonly ElementType Instance = new("double", "Double", bits: 64);
}
