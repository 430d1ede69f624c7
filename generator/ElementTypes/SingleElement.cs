namespace SoftKernels.Generator.ElementTypes;

internal static class SingleElement
{
    public static readonly ElementType Instance = new("float", "Single", Bits: 32);
}
