namespace SoftKernels.Generator.ElementTypes;

internal static class SingleElement
{
    public static readonly ElementType Instance = new("float", "Single", bits: 32);
}
